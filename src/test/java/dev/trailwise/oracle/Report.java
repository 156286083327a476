package dev.trailwise.oracle;

import dev.trailwise.sql.function.KnownFunction;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The text of docs/conformance.md. */
final class Report {
    private final Summary summary;

    Report(Summary summary) {
        this.summary = summary;
    }

    /** A report without the parts on bytes: where a join finds nothing, Trino may or may not stop reading early. */
    static String steady(String report) {
        return report.replaceAll("(?s)## (Bytes|More estimated than read)\n.*?(?=\n## )", "");
    }

    String text() {
        return """
                # Judged by Trino

                Written by `scripts/conformance`; do not edit.

                Athena engine version 3 is Trino; AWS names no release. Here a real Trino 435 and the local engine answer the same
                questions of the same files, through the table that `trailwise table create` makes: its columns and its partition
                projection, word for word, over the sample trail in seven layouts (an organization of three accounts, a single account, a
                prefix, Control Tower's doubled id, injected accounts, account folders beside an organization's). The columns and the rows must be the same, in order as far as
                the question asks for one; and what Trino read must not be more than what `--dry-run` says. The local engine answers
                each question twice, from the files and from its store of them (with `--check` from the files alone).

                ## Rows

                """
                + rows()
                + """

                An error on both is one that the question's author is to mend. Only here: Trino understands the question, but says that
                it cannot answer it.

                ## Bytes

                The estimate beside what Trino read, for the questions without a LIMIT that lets Trino stop early. It may be above, never
                below: what a question does not prove about its partitions is counted.

                """
                + bytes()
                + "\n## Not the same\n\n"
                + list(judgement -> judgement.verdict() != Verdict.SAME
                        && judgement.verdict() != Verdict.REFUSED_BY_BOTH
                        && judgement.question().set() != QuestionSet.GENERATED)
                + "\n## More estimated than read\n\n"
                + "Random queries are not listed: most are about conditions that no partition meets, which Trino finds out.\n\n"
                + list(judgement ->
                        judgement.isOverestimated() && judgement.question().set() != QuestionSet.RANDOM)
                + """

                ## Known gaps

                What the judge cannot see, or sees and lets pass:

                - The expressions of the corpus are asked six at a time, and alone where their answers differ.
                - `--check` asks Trino an eighth of the questions again, a different one each time; the others are compared with what it said
                  when it was last asked (`src/oracle/record`).
                - Numbers of floating point are compared to eleven digits, since a sum depends on the order of its rows.
                - JSON is compared by its content. The local engine shows it as it is in the log; Trino and Athena rewrite it.
                - `approx_distinct` and `approx_percentile` are exact here, and estimates in Trino and Athena.
                - Trino has no `CloudTrailInputFormat`: a view over `records array<struct<…>>` takes the files apart.
                - An injected account must be one to Trino 435; Athena takes a list.

                ## Functions

                """
                + functions();
    }

    private String rows() {
        StringBuilder table = new StringBuilder("| questions | asked |");
        for (Verdict verdict : Verdict.values()) {
            table.append(' ').append(verdict.words).append(" |");
        }
        table.append("\n|---|---:|")
                .append("---:|".repeat(Verdict.values().length))
                .append('\n');
        for (QuestionSet set : QuestionSet.values()) {
            Summary of = summary.of(set);
            if (of.judgements().isEmpty()) {
                continue;
            }
            table.append("| ")
                    .append(set.words)
                    .append(" | ")
                    .append(of.judgements().size())
                    .append(" |");
            for (Verdict verdict : Verdict.values()) {
                table.append(' ').append(of.count(verdict)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String bytes() {
        StringBuilder table =
                new StringBuilder("| questions | compared | equal | above | below |\n|---|---:|---:|---:|---:|\n");
        for (QuestionSet set : QuestionSet.values()) {
            Summary of = summary.of(set);
            if (of.count(Judgement::measured) == 0) {
                continue;
            }
            table.append("| ").append(set.words).append(" | ").append(of.count(Judgement::measured));
            table.append(" | ").append(of.count(one -> one.measured() && one.estimated() == one.read()));
            table.append(" | ").append(of.count(Judgement::isOverestimated));
            table.append(" | ").append(of.count(Judgement::isUnderestimated)).append(" |\n");
        }
        return table.toString();
    }

    private String list(Predicate<Judgement> wanted) {
        String list = summary.judgements().stream()
                .filter(wanted)
                .map(judgement -> "- " + line(judgement).replace("\n", "\n  ") + "\n")
                .distinct()
                .collect(Collectors.joining());
        return list.isEmpty() ? "Nothing.\n" : list;
    }

    /** A judgement in one or two lines. */
    static String line(Judgement judgement) {
        Question question = judgement.question();
        String verdict = judgement.isWronglyExact()
                ? "called exact: " + judgement.estimated() + " bytes, Trino read " + judgement.read()
                : judgement.isUnderestimated()
                        ? "underestimated: " + judgement.estimated() + " bytes, Trino read " + judgement.read()
                        : judgement.measured() && judgement.estimated() > judgement.read()
                                ? "above"
                                : judgement.verdict().words;
        String detail = judgement.detail().replaceAll("\\s+", " ");
        return verdict + ", " + question.trail().name() + ", " + question.name() + ": `" + question.text() + "`"
                + (detail.isEmpty() ? "" : "\n" + detail);
    }

    private static String functions() {
        List<KnownFunction> all = KnownFunction.all();
        StringBuilder text = new StringBuilder("Answered by the local engine, with Trino's types and meaning:\n\n");
        for (String topic : all.stream().map(KnownFunction::topic).distinct().toList()) {
            String names = all.stream()
                    .filter(function ->
                            function.topic().equals(topic) && !function.forms().isEmpty())
                    .map(function -> "`" + function.name() + "`")
                    .collect(Collectors.joining(", "));
            text.append(names.isEmpty() ? "" : "- " + topic + ": " + names + "\n");
        }
        text.append("\nWith a difference that remains:\n\n");
        for (KnownFunction function : all) {
            function.notes().forEach(note -> text.append("- `" + function.name() + "`: " + note + "\n"));
        }
        text.append("\nRefused by name, as is any other function that is not in these lists:\n\n");
        for (KnownFunction function : all) {
            function.refusal().ifPresent(why -> text.append("- `" + function.name() + "`: " + why + "\n"));
        }
        return text.toString();
    }
}
