package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.Translation;
import io.trino.grammar.sql.SqlBaseParser.ColumnAliasesContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Column lists such as {@code AS t (a, b)}, which rename all columns or are wrong. */
final class Aliases {
    private Aliases() {}

    static List<Output.Named> renamed(
            Translation translation, ColumnAliasesContext aliases, List<Output.Named> columns) {
        check(translation, aliases, columns.size());
        List<Output.Named> renamed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            renamed.add(new Output.Named(
                    Names.of(aliases.identifier(i)),
                    columns.get(i).type(),
                    columns.get(i).origin()));
        }
        return renamed;
    }

    static void check(Translation translation, ColumnAliasesContext aliases, int columns) {
        if (aliases.identifier().size() != columns) {
            throw translation.wrong(
                    aliases, "there are " + aliases.identifier().size() + " names here for " + columns + " columns");
        }
    }

    /** The columns of a CTE must have different names. */
    static void checkDistinct(Translation translation, ColumnAliasesContext aliases) {
        Set<String> names = new HashSet<>();
        for (IdentifierContext alias : aliases.identifier()) {
            if (!names.add(Names.lower(alias))) {
                throw translation.wrong(alias, "Column name '" + Names.of(alias) + "' specified more than once");
            }
        }
    }
}
