package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.Failure;
import dev.trailwise.text.JsonText;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object a line with the three keys that Timesketch needs, {@code message}, {@code datetime} and {@code
 * timestamp_desc}, and then the columns.
 *
 * @see <a href="https://timesketch.org/guides/user/import-from-json-csv/">Timesketch, import from JSON or CSV</a>
 */
final class TimesketchRenderer implements RowSink {
    private static final List<String> RESERVED = List.of("message", "datetime", "timestamp_desc", "timestamp");
    private static final List<String> TIMES = List.of("eventtime", "first_seen", "period_start", "last_seen");

    private final TextOutput out;
    private List<ResultColumn> columns = List.of();
    private int time = -1;
    private long number;

    TimesketchRenderer(TextOutput out) {
        this.out = out;
    }

    @Override
    public void begin(List<ResultColumn> newColumns) {
        columns = newColumns;
        time = TIMES.stream().map(this::index).filter(i -> i >= 0).findFirst().orElseGet(this::firstTimestamp);
        if (time < 0) {
            throw Failure.usage(
                    "timesketch needs the time of each row: the answer has no column eventtime, first_seen or"
                            + " period_start, and no timestamp");
        }
    }

    private int index(String name) {
        return columns.stream().map(ResultColumn::name).toList().indexOf(name);
    }

    private int firstTimestamp() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type() == ResultType.TIMESTAMP
                        || columns.get(i).type() == ResultType.ZONED_TIMESTAMP)
                .findFirst()
                .orElse(-1);
    }

    /** A timestamp without a zone is in UTC, as all times of a query are. */
    private static String datetime(Object at) {
        String text = at instanceof Temporal ? JsonText.line(at).replace("\"", "") : ValueText.of(at);
        return at instanceof LocalDateTime ? text + "Z" : text;
    }

    @Override
    public void row(@Nullable Object[] values) {
        number++;
        Object at = values[time];
        if (at == null) {
            throw Failure.usage("timesketch needs the time of each row: row " + number + " has no "
                    + columns.get(time).name());
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("message", message(values));
        line.put("datetime", datetime(at));
        line.put("timestamp_desc", columns.get(time).name());
        for (int i = 0; i < values.length; i++) {
            String name = columns.get(i).name();
            line.put(RESERVED.contains(name) || line.containsKey(name) ? name + "_" + (i + 1) : name, values[i]);
        }
        JsonText.append(out.buffer(), line);
        out.endLine();
    }

    /** {@code high root-login: signin:ConsoleLogin by alice from 203.0.113.7: denied}, of the columns that are there. */
    private String message(@Nullable Object[] values) {
        List<String> words = new ArrayList<>();
        Stream.of("level", "detections")
                .map(name -> text(name, values))
                .filter(text -> !text.isEmpty())
                .forEach(words::add);
        String found = words.isEmpty() ? "" : String.join(" ", words) + ": ";
        String action = Stream.of("action", "eventname", "title")
                .map(name -> text(name, values))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("row " + number);
        String outcome = Stream.of("errorcode", "outcome")
                .map(name -> text(name, values))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return found
                + action
                + part(" by ", text("principal", values))
                + part(" on ", text("target", values))
                + part(" from ", text("sourceipaddress", values))
                + part(": ", outcome);
    }

    private static String part(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }

    private String text(String column, @Nullable Object[] values) {
        int index = index(column);
        Object value = index < 0 ? null : values[index];
        if (value instanceof List<?> several) {
            return String.join(", ", several.stream().map(Objects::toString).toList());
        }
        return value == null ? "" : ValueText.of(value);
    }

    @Override
    public void finish() {
        out.flush();
    }
}
