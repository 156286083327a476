package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.stream.Collectors;

/** UNNEST in its forms: one array into one column, an array of rows into its fields, several arrays side by side. */
final class UnnestForms {
    private final Translation translation;

    UnnestForms(Translation translation) {
        this.translation = translation;
    }

    String translate(UnnestContext unnest) {
        int aliases = unnest.getParent() instanceof AliasedRelationContext relation && relation.columnAliases() != null
                ? relation.columnAliases().identifier().size()
                : 0;
        boolean ordinal = unnest.ORDINALITY() != null;
        int values = aliases - (ordinal ? 1 : 0);
        if (values == unnest.expression().size() || aliases == 0) {
            if (unnest.expression().size() == 1) {
                return "unnest(" + translation.visit(unnest.expression(0)) + ")" + (ordinal ? " WITH ORDINALITY" : "");
            }
            return "LATERAL (SELECT "
                    + unnest.expression().stream()
                            .map(array -> "unnest(" + translation.visit(array) + ")")
                            .collect(Collectors.joining(", "))
                    + ordinality(ordinal)
                    + ")";
        }
        if (unnest.expression().size() != 1) {
            throw translation.unsupported(unnest, "UNNEST of several arrays of rows");
        }
        String array = translation.visit(unnest.expression(0));
        return "LATERAL (SELECT unnest(" + array + ", max_depth := 2)" + ordinality(ordinal) + ")";
    }

    private static String ordinality(boolean wanted) {
        return wanted ? ", row_number() OVER ()" : "";
    }
}
