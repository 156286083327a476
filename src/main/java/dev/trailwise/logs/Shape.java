package dev.trailwise.logs;

import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a JSON value as its declared type wants it: only declared fields, in their order, under their lower-case names. */
interface Shape {
    /**
     * Adds the value that begins at {@code p}, as JSON.
     *
     * @return false, and nothing is added, when it is null or of another shape
     */
    boolean write(byte[] b, int p, TextBuffer out);

    static Shape of(ColumnType type) {
        if (type instanceof ColumnType.ArrayOf array) {
            return new Array(of(array.element()));
        }
        if (type instanceof ColumnType.Struct struct) {
            return Struct.of(struct.fields());
        }
        if (type instanceof ColumnType.TextMap) {
            return new TextMap();
        }
        if (type instanceof ColumnType.Real) {
            return Shape::real;
        }
        return type instanceof ColumnType.JsonText ? Shape::jsonText : Shape::text;
    }

    private static boolean text(byte[] b, int p, TextBuffer out) {
        if (b[p] == 'n') {
            return false;
        }
        int after = ValidJson.after(b, p);
        out.add('"');
        if (b[p] == '"') {
            out.reescaped(b, p + 1, after - 1);
        } else {
            out.escaped(compact(b, p, after));
        }
        out.add('"');
        return true;
    }

    private static boolean jsonText(byte[] b, int p, TextBuffer out) {
        if (b[p] == 'n') {
            return false;
        }
        out.add('"');
        out.escaped(compact(b, p, ValidJson.after(b, p)));
        out.add('"');
        return true;
    }

    private static boolean real(byte[] b, int p, TextBuffer out) {
        boolean number = ValidJson.isNumber(b[p]);
        if (number) {
            out.add(b, p, ValidJson.after(b, p));
        }
        return number;
    }

    private static byte[] compact(byte[] b, int p, int after) {
        TextBuffer text = new TextBuffer();
        ValidJson.compact(b, p, after, text);
        return text.copy();
    }

    /** An array; elements of another shape are null. */
    record Array(Shape element) implements Shape {
        private static final byte[] NULL = {'n', 'u', 'l', 'l'};

        @Override
        public boolean write(byte[] b, int p, TextBuffer out) {
            if (b[p] != '[') {
                return false;
            }
            out.add('[');
            p = ValidJson.space(b, p + 1);
            boolean more = b[p] != ']';
            while (more) {
                if (!element.write(b, p, out)) {
                    out.add(NULL);
                }
                p = ValidJson.space(b, ValidJson.after(b, p));
                more = b[p] == ',';
                if (more) {
                    out.add(',');
                    p = ValidJson.space(b, p + 1);
                }
            }
            out.add(']');
            return true;
        }
    }

    /** An object with known fields; the last of repeated keys counts, and what is null is left out. */
    final class Struct implements Shape {
        private final KeyTable keys;
        private final byte[][] labels;
        private final Shape[] shapes;

        private Struct(KeyTable keys, byte[][] labels, Shape[] shapes) {
            this.keys = keys;
            this.labels = labels;
            this.shapes = shapes;
        }

        static Struct of(List<Column> fields) {
            return new Struct(
                    new KeyTable(fields.stream().map(Column::name).toList()),
                    fields.stream()
                            .map(field -> ("\"" + field.name() + "\":").getBytes(StandardCharsets.US_ASCII))
                            .toArray(byte[][]::new),
                    fields.stream().map(field -> Shape.of(field.type())).toArray(Shape[]::new));
        }

        @Override
        public boolean write(byte[] b, int p, TextBuffer out) {
            if (b[p] != '{') {
                return false;
            }
            int[] places = places(b, p);
            out.add('{');
            int first = out.length();
            for (int field = 0; field < places.length; field++) {
                if (places[field] >= 0) {
                    int before = out.length();
                    if (before > first) {
                        out.add(',');
                    }
                    out.add(labels[field]);
                    if (!shapes[field].write(b, places[field], out)) {
                        out.truncate(before);
                    }
                }
            }
            out.add('}');
            return true;
        }

        private int[] places(byte[] b, int p) {
            int[] places = new int[shapes.length];
            Arrays.fill(places, -1);
            p = ValidJson.space(b, p + 1);
            while (b[p] != '}') {
                int after = ValidJson.afterString(b, p);
                TextBuffer key = new TextBuffer();
                key.unescaped(b, p + 1, after - 1);
                int field = key.in(keys);
                p = ValidJson.space(b, ValidJson.space(b, after) + 1);
                if (field >= 0) {
                    places[field] = p;
                }
                p = ValidJson.space(b, ValidJson.after(b, p));
                if (b[p] == ',') {
                    p = ValidJson.space(b, p + 1);
                }
            }
            return places;
        }
    }

    /** An object as a map to text: keys stay as they are, the last of repeated keys counts. */
    record TextMap() implements Shape {
        private static final byte[] NULL = {'n', 'u', 'l', 'l'};

        @Override
        public boolean write(byte[] b, int p, TextBuffer out) {
            if (b[p] != '{') {
                return false;
            }
            out.add('{');
            int first = out.length();
            entries(b, p).forEach((key, place) -> {
                if (out.length() > first) {
                    out.add(',');
                }
                out.add('"');
                out.escaped(key.getBytes(StandardCharsets.UTF_8));
                out.add('"');
                out.add(':');
                if (!text(b, place, out)) {
                    out.add(NULL);
                }
            });
            out.add('}');
            return true;
        }

        private static Map<String, Integer> entries(byte[] b, int p) {
            Map<String, Integer> places = new LinkedHashMap<>();
            p = ValidJson.space(b, p + 1);
            while (b[p] != '}') {
                int after = ValidJson.afterString(b, p);
                TextBuffer key = new TextBuffer();
                key.unescaped(b, p + 1, after - 1);
                p = ValidJson.space(b, ValidJson.space(b, after) + 1);
                places.put(new String(key.bytes(), 0, key.length(), StandardCharsets.UTF_8), p);
                p = ValidJson.space(b, ValidJson.after(b, p));
                if (b[p] == ',') {
                    p = ValidJson.space(b, p + 1);
                }
            }
            return places;
        }
    }
}
