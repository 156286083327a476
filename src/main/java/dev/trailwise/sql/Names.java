package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.QuotedIdentifierContext;
import java.util.Locale;

/** Names as Trino reads them: quotes undone, compared without case even when quoted. */
public final class Names {
    private Names() {}

    public static String of(IdentifierContext identifier) {
        String text = identifier.getText();
        return identifier instanceof QuotedIdentifierContext
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text;
    }

    public static String lower(IdentifierContext identifier) {
        return of(identifier).toLowerCase(Locale.ENGLISH);
    }

    /** The name as Trino keeps the names of a column list: in capitals when it is not in quotes. */
    public static String canonical(IdentifierContext identifier) {
        return identifier instanceof QuotedIdentifierContext
                ? of(identifier)
                : of(identifier).toUpperCase(Locale.ROOT);
    }
}
