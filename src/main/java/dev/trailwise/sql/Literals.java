package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.TypeConstructorContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Literals that name their type. */
final class Literals {
    private static final Pattern ZONED = Pattern.compile("[0-9-]+ [0-9:.]+ ?\\S+");
    private static final Pattern PLAIN = Pattern.compile("[0-9-]+( [0-9:.]+)?");

    private Literals() {}

    static String typed(Translation translation, TypeConstructorContext literal) {
        String type = literal.identifier() == null ? "double" : Names.lower(literal.identifier());
        String text =
                Trees.string(literal.string()).orElseThrow(() -> translation.unsupported(literal, "a U&'…' string"));
        String quoted = SqlLiteral.text(text);
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "date" -> "DATE " + quoted;
            case "timestamp" -> timestamp(translation, literal, text);
            case "double" -> "CAST(" + quoted + " AS DOUBLE)";
            case "bigint" -> "CAST(" + quoted + " AS BIGINT)";
            case "varchar" -> quoted;
            case "json" -> "CAST(" + quoted + " AS JSON)";
            default -> throw translation.unsupported(literal, "a literal of type " + type);
        };
    }

    private static String timestamp(Translation translation, TypeConstructorContext literal, String text) {
        if (PLAIN.matcher(text).matches()) {
            return "TIMESTAMP " + SqlLiteral.text(text);
        }
        if (ZONED.matcher(text).matches()) {
            return "TIMESTAMPTZ " + SqlLiteral.text(text);
        }
        throw translation.unsupported(literal, "this timestamp");
    }
}
