package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.text.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object a row, its keys in the order of the columns. A second column {@code id} becomes {@code id_2}, for many
 * readers keep only one of two equal keys. An array that lacks its {@code ]} tells that the answer was cut off.
 */
final class JsonRenderer implements RowSink {
    private final TextOutput out;
    private final boolean array;
    private String[] keys = {};
    private boolean first = true;

    private JsonRenderer(TextOutput out, boolean array) {
        this.out = out;
        this.array = array;
    }

    /** One array of all rows. */
    static JsonRenderer array(TextOutput out) {
        return new JsonRenderer(out, true);
    }

    /** One line a row. */
    static JsonRenderer lines(TextOutput out) {
        return new JsonRenderer(out, false);
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        keys = keys(columns);
        if (array) {
            out.text('[');
        }
    }

    private static String[] keys(List<ResultColumn> columns) {
        Set<String> taken = new HashSet<>();
        return columns.stream()
                .map(column -> {
                    StringBuilder key = new StringBuilder();
                    JsonText.appendString(key, distinct(column.name(), taken));
                    return key.append(':').toString();
                })
                .toArray(String[]::new);
    }

    private static String distinct(String name, Set<String> taken) {
        String result = name;
        for (int n = 2; !taken.add(result); n++) {
            result = name + "_" + n;
        }
        return result;
    }

    @Override
    public void row(@Nullable Object[] values) {
        if (array) {
            if (!first) {
                out.text(',');
            }
            out.endLine();
        }
        first = false;
        StringBuilder buffer = out.buffer();
        for (int i = 0; i < keys.length; i++) {
            buffer.append(i == 0 ? '{' : ',').append(keys[i]);
            JsonText.append(buffer, values[i]);
        }
        buffer.append('}');
        if (!array) {
            out.endLine();
        }
    }

    /** As {@link #row} writes them; of an array, also the first one with a comma before it. */
    @Override
    public Optional<Supplier<RowText>> text(List<ResultColumn> columns) {
        if (out.eager()) {
            return Optional.empty();
        }
        List<String> before = new ArrayList<>();
        for (String key : keys(columns)) {
            before.add((!before.isEmpty() ? "," : array ? ",\n{" : "{") + key);
        }
        LineText.Form form = new LineText.Form(
                before, JsonText::append, array ? "}" : "}\n", PlainText.of(JsonText::append, false), false, true);
        return Optional.of(() -> new LineText(form));
    }

    @Override
    public void rows(byte[] text, long count) {
        out.bytes(text, array && first ? 1 : 0);
        first = false;
    }

    @Override
    public void finish() {
        if (array) {
            if (!first) {
                out.endLine();
            }
            out.text(']').endLine();
        }
        out.flush();
    }
}
