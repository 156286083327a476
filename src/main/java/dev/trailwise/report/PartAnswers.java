package dev.trailwise.report;

import dev.trailwise.chart.Numbers;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Usd;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.output.Counts;
import dev.trailwise.output.CoverageLine;
import dev.trailwise.output.estimate.CostText;
import dev.trailwise.output.estimate.EstimateText;
import dev.trailwise.report.page.Block;
import dev.trailwise.report.page.DataTable;
import dev.trailwise.report.page.DataTable.Column;
import dev.trailwise.report.page.Section;
import dev.trailwise.run.Answer;
import dev.trailwise.run.AnswerListener;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of the answers to the queries of a part. */
final class PartAnswers implements AnswerListener {
    private final Workspace workspace;
    private final boolean distinctEvents;
    private final List<Answer> answers = new ArrayList<>();

    PartAnswers(Workspace workspace, boolean distinctEvents) {
        this.workspace = workspace;
        this.distinctEvents = distinctEvents;
    }

    @Override
    public void answered(Answer answer) {
        answers.add(answer);
    }

    int size() {
        return answers.size();
    }

    /** The queries that something was to be paid for. */
    int paid() {
        return (int)
                answers.stream().filter(answer -> answer.status().isPresent()).count();
    }

    /** What their scans cost. */
    Usd cost() {
        return answers.stream()
                .flatMap(answer -> answer.status().stream())
                .map(RunStatus::cost)
                .reduce(Usd.ZERO, Usd::plus);
    }

    /** What S3 bills for the requests of them, as estimated. */
    Usd requests() {
        return answers.stream()
                .filter(answer -> answer.status().isPresent())
                .flatMap(answer -> answer.estimate().stream())
                .map(Estimate::requestCost)
                .reduce(Usd.ZERO, Usd::plus);
    }

    /** A row a query with its price and what it read, then the SQL of each. */
    Section section(String heading) {
        List<List<String>> rows = new ArrayList<>();
        List<Block> sql = new ArrayList<>();
        for (Answer answer : answers) {
            rows.add(List.of(
                    Numbers.whole(rows.size() + 1L),
                    answer.estimate().map(EstimateText::summary).orElse(""),
                    answer.status()
                            .map(status -> CostText.line(status, answer.estimate()))
                            .orElse("free"),
                    read(answer),
                    answer.exit() == ExitCode.PARTIAL ? "incomplete: events may be missing" : "complete"));
            String which = answers.size() == 1 ? "" : " of query " + rows.size();
            sql.add(new Block.Code("SQL" + which, answer.query().sql()));
        }
        List<Column> columns = List.of(
                Column.number("query"),
                Column.text("price before it ran"),
                Column.text("cost"),
                Column.text("read"),
                Column.text("answer"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(new DataTable("Queries of this part", columns, rows)));
        blocks.addAll(sql);
        return new Section(heading, blocks);
    }

    private String read(Answer answer) {
        String rows = Counts.of(answer.result().rows(), "row");
        return answer.result()
                .coverage()
                .map(coverage -> CoverageLine.summary(coverage, rows, distinctEvents, workspace.accountNames()).stream()
                        .map(workspace.messages()::text)
                        .collect(Collectors.joining("; ")))
                .orElse(rows);
    }

    /** What the queries of several parts cost, in words. */
    static String cost(List<PartAnswers> parts) {
        int paid = parts.stream().mapToInt(PartAnswers::paid).sum();
        if (paid == 0) {
            return "free (" + queries(parts.stream().mapToInt(PartAnswers::size).sum()) + ")";
        }
        return parts.stream().map(PartAnswers::cost).reduce(Usd.ZERO, Usd::plus) + " billed by Athena for "
                + queries(paid) + ", plus "
                + parts.stream().map(PartAnswers::requests).reduce(Usd.ZERO, Usd::plus)
                + " for S3 requests (estimated)";
    }

    private static String queries(int count) {
        return Counts.number(count) + (count == 1 ? " query" : " queries");
    }
}
