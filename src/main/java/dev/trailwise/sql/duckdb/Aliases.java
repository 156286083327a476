package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import io.trino.grammar.sql.SqlBaseParser.ColumnAliasesContext;
import java.util.ArrayList;
import java.util.List;

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
}
