package dev.trailwise.run.price;

import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Decision;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Narrowings;
import dev.trailwise.cost.OverBudget;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.Quote;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.output.Format;
import dev.trailwise.output.OutputFile;
import dev.trailwise.output.estimate.EstimateJson;
import dev.trailwise.output.estimate.EstimateText;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.text.JsonText;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows a question's price as the result, and runs nothing. */
public final class DryRun {
    private final Workspace workspace;
    private final SpendingLimits money;
    private final OutputChoice output;

    public DryRun(Workspace workspace, SpendingLimits money, OutputChoice output) {
        this.workspace = workspace;
        this.money = money;
        this.output = output;
    }

    public ExitCode show(CompiledQuery query, Quote quote) {
        String text = output.format().structured()
                ? EstimateJson.text("athena", query.scope(), quote.estimate(), query.sql())
                : String.join(
                        "\n",
                        EstimateText.lines(quote.estimate(), Narrowings.hints(quote), workspace.messages()::text));
        write(text + "\n");
        Budget budget = money.budget(workspace.settings().cost(), workspace.spentToday());
        if (budget.decide(quote) instanceof Decision.Refused refused) {
            workspace.messages().warning(new OverBudget(refused).notice().prefixed("would be refused: "));
        }
        return ExitCode.SUCCESS;
    }

    /**
     * Shows what several queries of a command cost together, as one document: whoever reads the price of the first would
     * take it for all.
     *
     * @param atMost whether fewer may run
     */
    public void show(List<Estimate> queries, boolean atMost) {
        TotalPrice total = TotalPrice.of(queries);
        if (!output.format().structured()) {
            write((atMost ? "at most " : "") + total + "\n");
            return;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("queries", total.queries());
        document.put("at_most", atMost);
        document.put("bytes", total.scanned().count());
        document.put("usd", Map.of("total", total.cost().amount()));
        document.put(
                "exactness",
                queries.stream()
                        .map(Estimate::precision)
                        .max(Comparator.naturalOrder())
                        .map(Precision::word)
                        .orElse(Precision.EXACT.word()));
        write(JsonText.line(document) + "\n");
    }

    private void write(String text) {
        if (output.file().isEmpty() || output.format() == Format.PARQUET) {
            workspace.host().print(text);
            return;
        }
        OutputFile.write(output.file().get(), text.getBytes(StandardCharsets.UTF_8));
    }
}
