package dev.trailwise.sigma.sql;

import dev.trailwise.sql.text.SqlLiteral;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes conditions on any of the values of a field. */
final class Values {
    private Values() {}

    /**
     * The condition that some value of the field meets another one.
     *
     * @param variable the name that a value has where there are several
     * @param condition from an expression of text to a condition
     */
    static String any(Field field, String variable, UnaryOperator<String> condition) {
        if (field instanceof Field.Text text) {
            return condition.apply(text.sql());
        }
        if (field instanceof Field.Document document) {
            return condition.apply(document.column());
        }
        if (field instanceof Field.OfElements elements) {
            return some(elements.list(), variable, condition.apply(variable + "." + elements.field()));
        }
        if (field instanceof Field.Inside inside) {
            return some(texts(inside, true), variable, condition.apply(variable));
        }
        throw new IllegalStateException("a field without values: " + field);
    }

    /** The condition that some element meets one; it is shorter for engines than any_match, which also tells NULL apart. */
    static String some(String array, String variable, String condition) {
        return "cardinality(filter(" + array + ", " + variable + " -> " + condition + ")) > 0";
    }

    /** The condition that the field is there and not null. */
    static String present(Field field) {
        if (field instanceof Field.Inside inside) {
            return some(texts(inside, false), "v", "v IS NOT NULL");
        }
        if (field instanceof Field.OfElements elements) {
            return some(elements.list(), "v", "v." + elements.field() + " IS NOT NULL");
        }
        return plain(field) + " IS NOT NULL";
    }

    /** The expression of a field that has one value. */
    static String plain(Field field) {
        if (field instanceof Field.Text text) {
            return text.sql();
        }
        if (field instanceof Field.Document document) {
            return document.column();
        }
        if (field instanceof Field.Whole whole) {
            return whole.sql();
        }
        throw new IllegalStateException("a field with several values: " + field);
    }

    /**
     * What is at a path, as an array of texts: a scalar as its text, an object or list as its JSON, NULL for JSON's null. In lax
     * mode the path goes into every element of lists. The local engine knows this form by its text.
     *
     * @param elements whether a list at the end is its elements
     */
    static String texts(Field.Inside inside, boolean elements) {
        String path = keys(inside.keys()) + (elements ? "[*]" : "");
        return "transform(CAST(json_extract(json_query(" + inside.column() + ", " + SqlLiteral.text("lax $" + path)
                + " WITH ARRAY WRAPPER), '$') AS array(json)), j -> coalesce(json_extract_scalar(j, '$'),"
                + " nullif(json_format(j), 'null')))";
    }

    private static String keys(List<String> keys) {
        return keys.stream().map(key -> ".\"" + key + "\"").collect(Collectors.joining());
    }
}
