package dev.trailwise.report;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.estimate.EstimateText;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.run.price.DryRun;
import dev.trailwise.run.price.TotalPrice;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Shows what a report costs, and runs nothing. */
final class ReportPrice {
    private final Workspace workspace;
    private final QueryRequest query;

    ReportPrice(Workspace workspace, QueryRequest query) {
        this.workspace = workspace;
        this.query = query;
    }

    ExitCode show(List<RunningPart> parts) {
        List<Estimate> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean atMost = false;
        for (RunningPart part : parts) {
            List<Estimate> known = part.requests().stream()
                    .map(request -> QueryRunner.quote(workspace, request).estimate())
                    .toList();
            boolean more = part.most() > known.size();
            List<Estimate> most = more ? Collections.nCopies(part.most(), known.get(0)) : known;
            all.addAll(most);
            atMost = atMost || more;
            lines.add(Sanitizer.text(part.title()) + ": "
                    + (most.size() == 1
                            ? EstimateText.summary(most.get(0))
                            : (more ? "at most " : "") + TotalPrice.of(most)));
        }
        TotalPrice total = TotalPrice.of(all);
        String sum = (atMost ? "at most " : "") + total + " in all";
        if (query.output().format().structured()) {
            new DryRun(workspace, query.spending(), query.output()).show(all, atMost);
            workspace.messages().info(sum);
        } else {
            lines.add(sum);
            workspace.host().print(String.join("\n", lines) + "\n");
        }
        try {
            total.allow(query.spending());
        } catch (Failure refused) {
            workspace.messages().warning(refused.notice().prefixed("would be refused: "));
        }
        return ExitCode.SUCCESS;
    }
}
