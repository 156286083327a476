package dev.trailwise.cli.command.table;

import dev.trailwise.aws.glue.TablePlan;
import dev.trailwise.table.GlueJson;
import dev.trailwise.table.TableDifference;
import dev.trailwise.table.TableName;
import dev.trailwise.text.JsonText;
import dev.trailwise.text.Sanitizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Reports the state of a table and changes to it, as text or JSON. */
final class TableReport {

    /** For whom. */
    enum Form {
        text,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES}. Default: text.")
    Form form = Form.text;

    /** How the table is. */
    String state(TablePlan plan) {
        return write(plan, new State(word(plan), advice(plan)));
    }

    /** What was done. */
    String done(TablePlan plan) {
        return write(plan, new State(participle(plan), ""));
    }

    /** What would be done, as the request that would be made. */
    String request(TablePlan plan) {
        if (plan instanceof TablePlan.UpToDate) {
            return state(plan);
        }
        return GlueJson.request(plan.result());
    }

    /** What became of a table that is not to be. */
    String dropped(TableName name, String state) {
        if (form == Form.text) {
            return name + "  " + state + "\n";
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("table", name.toString());
        fields.put("state", state);
        return JsonText.line(fields) + "\n";
    }

    private String write(TablePlan plan, State state) {
        if (form == Form.json) {
            return json(plan, state.word());
        }
        String differences = plan.differences().stream()
                .map(difference -> "  " + Sanitizer.text(difference.line()) + "\n")
                .collect(Collectors.joining());
        return plan.result().name() + "  " + state.word() + "\n" + differences
                + (state.advice().isEmpty() ? "" : state.advice() + "\n");
    }

    private static String json(TablePlan plan, String state) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("table", plan.result().name().toString());
        report.put("state", state);
        report.put("location", plan.result().location());
        report.put("properties", plan.result().properties());
        report.put(
                "differences",
                plan.differences().stream().map(TableReport::json).toList());
        return JsonText.line(report) + "\n";
    }

    private static Map<String, String> json(TableDifference difference) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("what", difference.what());
        fields.put("is", difference.is());
        fields.put("should_be", difference.shouldBe());
        return fields;
    }

    private static String word(TablePlan plan) {
        if (plan instanceof TablePlan.Create) {
            return "missing";
        }
        if (plan instanceof TablePlan.Update) {
            return "differs";
        }
        return plan instanceof TablePlan.Replace ? "not ours" : "up to date";
    }

    private static String participle(TablePlan plan) {
        if (plan instanceof TablePlan.Create) {
            return "created";
        }
        if (plan instanceof TablePlan.Update) {
            return "updated";
        }
        return plan instanceof TablePlan.Replace ? "replaced" : "already up to date";
    }

    private static String advice(TablePlan plan) {
        if (plan instanceof TablePlan.Create) {
            return "Create it: trailwise table create";
        }
        if (plan instanceof TablePlan.Update) {
            return "Change it: trailwise table create --update";
        }
        return plan instanceof TablePlan.Replace ? "Replace it: trailwise table create --replace" : "";
    }

    private record State(String word, String advice) {}
}
