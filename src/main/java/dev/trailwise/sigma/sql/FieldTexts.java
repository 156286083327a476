package dev.trailwise.sigma.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of a field, by which correlations group events. */
public final class FieldTexts {
    private FieldTexts() {}

    /**
     * An array of the texts that an event has there, with NULL where it has none.
     *
     * @throws IllegalArgumentException when the table does not have the field
     */
    public static String array(String name) {
        Field field = field(name);
        if (field instanceof Field.OfElements elements) {
            return "transform(" + elements.list() + ", e -> e." + elements.field() + ")";
        }
        return field instanceof Field.Inside inside ? Values.texts(inside, true) : "ARRAY[" + Values.plain(field) + "]";
    }

    /** The same as one text, which {@link #read} takes apart. */
    public static String column(String name) {
        return areSeveral(name)
                ? "array_join(transform(filter(" + array(name)
                        + ", t -> t IS NOT NULL), t -> concat(CAST(length(t) AS varchar), ':', t)), '')"
                : one(name);
    }

    /** The different texts of an event from its {@link #column}. Lengths go before them, because texts can be anything. */
    public static List<String> read(String name, @Nullable Object column) {
        if (column == null) {
            return List.of();
        }
        String text = column.toString();
        if (!areSeveral(name)) {
            return List.of(text);
        }
        Set<String> texts = new LinkedHashSet<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int end = text.offsetByCodePoints(colon + 1, Integer.parseInt(text.substring(at, colon)));
            texts.add(text.substring(colon + 1, end));
            at = end;
        }
        return List.copyOf(texts);
    }

    /** Whether an event can have several texts there. */
    public static boolean areSeveral(String name) {
        Field field = field(name);
        return field instanceof Field.OfElements || field instanceof Field.Inside;
    }

    /** The expression of a field that has one text. */
    public static String one(String name) {
        return Values.plain(field(name));
    }

    private static Field field(String name) {
        LinkedHashSet<String> notes = new LinkedHashSet<>();
        Field field = Fields.of(name, notes);
        if (field instanceof Field.Unknown) {
            throw new IllegalArgumentException(String.join("; ", notes));
        }
        if (field instanceof Field.Whole) {
            throw new IllegalArgumentException(
                    "the table has no text of " + name + " as a whole; name a field of it, for example " + name + ".x");
        }
        return field;
    }
}
