package dev.trailwise.oracle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Trino said to a question, small enough to be kept: rows by their number, the first of them and a digest.
 *
 * @param asked the question: its trail, its scope and its SQL
 * @param columns the names of the columns
 * @param types their types
 * @param count how many rows there are
 * @param first the first of the sorted rows
 * @param rows a digest of the sorted rows
 * @param order a digest of the sort keys of the rows as they came
 * @param bytes how many bytes it read from files
 * @param failure why there are no rows
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Recorded(
        String asked,
        List<String> columns,
        List<TrinoType> types,
        int count,
        List<String> first,
        String rows,
        String order,
        long bytes,
        Answer.@Nullable Problem failure)
        implements Theirs {
    private static final int SHOWN = 3;
    private static final int SHORT = 200;
    private static final int DIGEST = 16;

    /** What is empty is not written, and null when it is read. */
    Recorded {
        columns = columns == null ? List.of() : List.copyOf(columns);
        types = types == null ? List.of() : List.copyOf(types);
        first = first == null ? List.of() : List.copyOf(first);
        rows = rows == null ? "" : rows;
        order = order == null ? "" : order;
    }

    static Recorded of(Question question, Answer answer) {
        String asked = question.key();
        return answer.error()
                .map(error -> new Recorded(asked, List.of(), List.of(), 0, List.of(), "", "", 0, error))
                .orElseGet(() -> rows(question, asked, answer));
    }

    private static Recorded rows(Question question, String asked, Answer answer) {
        List<String> sorted = Comparison.sorted(answer.rows());
        return new Recorded(
                asked,
                answer.columns(),
                answer.types(),
                sorted.size(),
                sorted.stream()
                        .limit(SHOWN)
                        .map(row -> row.substring(0, Math.min(row.length(), SHORT)))
                        .toList(),
                digest(sorted),
                digest(keys(question, answer.columns(), answer.rows())),
                answer.bytes(),
                null);
    }

    private static List<String> keys(Question question, List<String> columns, List<List<String>> rows) {
        return Comparison.keys(rows, Comparison.orderedBy(question.sql().text(), columns));
    }

    /** The same as far as it does not depend on how Trino's threads took turns: LIMIT may stop a scan early or late. */
    Recorded steady() {
        return new Recorded(asked, columns, types, count, first, rows, order, 0, failure);
    }

    @Override
    public Optional<Answer.Problem> error() {
        return Optional.ofNullable(failure);
    }

    @Override
    public String difference(Question question, Collected here) {
        if (!columns.equals(here.columns())) {
            return "columns: Trino " + columns + ", here " + here.columns();
        }
        List<List<String>> ours = here.rows(types);
        List<String> sorted = Comparison.sorted(ours);
        if (count != sorted.size() || !rows.equals(digest(sorted))) {
            return "rows: Trino " + count + " " + first + ", here " + sorted.size() + " "
                    + sorted.stream().limit(SHOWN).toList();
        }
        return order.equals(digest(keys(question, columns, ours))) ? "" : "the rows are in another order";
    }

    private static String digest(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
