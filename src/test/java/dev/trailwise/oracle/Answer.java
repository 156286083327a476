package dev.trailwise.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What Trino said.
 *
 * @param columns the names of the columns
 * @param types their types
 * @param rows the rows, each value in the common text form
 * @param bytes how much it read from files
 * @param error why there are no rows
 */
record Answer(List<String> columns, List<TrinoType> types, List<List<String>> rows, long bytes, Optional<Problem> error)
        implements Theirs {
    /**
     * An error.
     *
     * @param type whose it is: {@code USER_ERROR} for the query's author
     * @param name such as {@code COLUMN_NOT_FOUND}
     * @param message what is wrong
     */
    record Problem(String type, String name, String message) {
        boolean isOfTheAuthor() {
            return type.equals("USER_ERROR");
        }

        boolean isALimitOfTrino() {
            return name.equals("NOT_SUPPORTED");
        }
    }

    @Override
    public String difference(Question question, Collected here) {
        return new Comparison(question, this, here).difference();
    }

    /** Some of the columns, as the answer of a question that was asked together with others: a column without a name has its number. */
    Answer columns(int from, int to) {
        return new Answer(
                IntStream.range(from, to)
                        .mapToObj(i -> columns.get(i).equals("_col" + i) ? "_col" + (i - from) : columns.get(i))
                        .toList(),
                types.subList(from, to),
                rows.stream().map(row -> row.subList(from, to)).toList(),
                bytes,
                error);
    }

    static Answer of(JsonNode answer) {
        if (answer.has("error")) {
            JsonNode error = answer.get("error");
            return new Answer(
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    Optional.of(new Problem(
                            error.path("type").asText(),
                            error.path("name").asText(),
                            error.path("message").asText())));
        }
        List<String> columns = new ArrayList<>();
        List<TrinoType> types = new ArrayList<>();
        answer.path("columns").forEach(column -> {
            columns.add(column.get("name").asText());
            types.add(TrinoType.of(column.get("typeSignature")));
        });
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : answer.path("rows")) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                values.add(Values.ofTrino(row.get(i), types.get(i)));
            }
            rows.add(values);
        }
        return new Answer(columns, types, rows, answer.path("bytes").asLong(), Optional.empty());
    }
}
