package dev.trailwise.aws.athena;

import dev.trailwise.engine.ResultType;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row back from Athena's text of it, such as {@code {type=Root, arn=null}}. That text quotes nothing, so that a
 * value can look like the place where the next one begins. It is read by the fields that a column of ours has; where there
 * are several ways to read it, or none, it stays text. The word {@code null} is taken for NULL. Maps in it stay text, and so
 * do arrays that are not in a row: with two elements there are nearly always several ways.
 */
final class NestedText implements ValueReader {
    /** A value that takes more is left as text: the time to read one stays bounded. */
    private static final int MOST_STEPS = 1000;

    private final ColumnType type;

    private NestedText(ColumnType type) {
        this.type = type;
    }

    /** A reader for a column of a result that is called, and made, like one of our tables'. */
    static Optional<ValueReader> of(String column, String athenaType) {
        return Tables.ALL.stream()
                .map(TableDefinition::columns)
                .flatMap(List::stream)
                .filter(known -> known.name().equals(column))
                .filter(known -> known.type() instanceof ColumnType.Struct && athenaType.equals("row"))
                .map(Column::type)
                .<ValueReader>map(NestedText::new)
                .findFirst();
    }

    @Override
    public ResultType type() {
        return ResultType.NESTED;
    }

    @Override
    public Object read(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return new Attempt(text).read(type).orElse(text);
    }

    /** Goes on after a value that ended before this place. */
    private interface Next {
        void at(@Nullable Object value, int place);
    }

    /** All ways to read one text, as far as they are needed to know whether there is exactly one. */
    private static final class Attempt {
        private final String text;
        private final List<Object> found = new ArrayList<>();
        private int steps;

        Attempt(String text) {
            this.text = text;
        }

        Optional<Object> read(ColumnType type) {
            value(type, 0, "", (value, place) -> {
                if (place == text.length() && value != null && !found.contains(value)) {
                    found.add(value);
                }
            });
            return found.size() == 1 && steps <= MOST_STEPS ? Optional.of(found.get(0)) : Optional.empty();
        }

        /** @param end the text after the value */
        private void value(ColumnType type, int from, String end, Next next) {
            steps++;
            if (steps > MOST_STEPS || found.size() > 1) {
                return;
            }
            if (type instanceof ColumnType.Struct struct) {
                orNull(from, end, next);
                open(
                        "{" + struct.fields().get(0).name() + "=",
                        from,
                        place -> fields(
                                struct.fields(),
                                new ArrayList<>(),
                                place,
                                (row, after) -> close(row, after, end, next)));
            } else if (type instanceof ColumnType.ArrayOf array) {
                orNull(from, end, next);
                open("[]", from, place -> close(List.of(), place, end, next));
                open(
                        "[",
                        from,
                        place -> elements(
                                array.element(),
                                new ArrayList<>(),
                                place,
                                (list, after) -> close(list, after, end, next)));
            } else {
                scalar(type, from, end, next);
            }
        }

        private void scalar(ColumnType type, int from, String end, Next next) {
            for (int at = text.indexOf(end, from); at >= 0 && found.size() < 2; at = text.indexOf(end, at + 1)) {
                steps++;
                if (steps > MOST_STEPS) {
                    return;
                }
                String word = text.substring(from, at);
                if (word.equals("null")) {
                    next.at(null, at + end.length());
                } else if (!(type instanceof ColumnType.Real)) {
                    next.at(word, at + end.length());
                } else if (word.matches("-?[0-9.]+(E-?[0-9]+)?|NaN|-?Infinity")) {
                    next.at(Double.valueOf(word), at + end.length());
                }
            }
        }

        private void fields(List<Column> fields, List<@Nullable Object> values, int from, Next next) {
            int index = values.size();
            boolean last = index == fields.size() - 1;
            String end = last ? "}" : ", " + fields.get(index + 1).name() + "=";
            value(fields.get(index).type(), from, end, (value, place) -> {
                List<@Nullable Object> more = new ArrayList<>(values);
                more.add(value);
                if (last) {
                    next.at(row(fields, more), place);
                } else {
                    fields(fields, more, place, next);
                }
            });
        }

        private void elements(ColumnType type, List<@Nullable Object> values, int from, Next next) {
            value(type, from, "]", (value, place) -> next.at(with(values, value), place));
            value(type, from, ", ", (value, place) -> elements(type, with(values, value), place, next));
        }

        private void orNull(int from, String end, Next next) {
            open("null" + end, from, place -> next.at(null, place));
        }

        private void open(String word, int from, IntConsumer then) {
            if (text.startsWith(word, from)) {
                then.accept(from + word.length());
            }
        }

        private void close(@Nullable Object value, int from, String end, Next next) {
            open(end, from, place -> next.at(value, place));
        }

        private static List<@Nullable Object> with(List<@Nullable Object> values, @Nullable Object value) {
            List<@Nullable Object> more = new ArrayList<>(values);
            more.add(value);
            return more;
        }

        private static Map<String, @Nullable Object> row(List<Column> fields, List<@Nullable Object> values) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(fields.get(i).name(), values.get(i));
            }
            return row;
        }
    }
}
