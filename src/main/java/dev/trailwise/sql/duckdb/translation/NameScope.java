package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.failure.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression can use: the columns of the relations in FROM, or the parameters of a lambda, and those
 * of the query or lambda around.
 *
 * @param columns the innermost names, in order
 * @param outer the names around them, null outside of everything
 */
public record NameScope(List<Column> columns, @Nullable NameScope outer) {
    public static final NameScope NONE = new NameScope(List.of(), null);

    public NameScope {
        columns = List.copyOf(columns);
    }

    /**
     * A name.
     *
     * @param relation the parts of the relation's name in lower case, such as {@code [db, t]}; empty for one without
     * @param name its name as the query gives it to a reader; empty for one that cannot be named
     * @param value its value
     * @param origin the column of a table, or the field of one, that it is; nothing for any other value
     * @param hidden whether {@code *} leaves it out
     */
    public record Column(List<String> relation, String name, Expr value, Optional<TableField> origin, boolean hidden) {
        public Column(List<String> relation, String name, Expr value, Optional<TableField> origin) {
            this(relation, name, value, origin, false);
        }

        public Column(List<String> relation, String name, Expr value) {
            this(relation, name, value, Optional.empty());
        }

        /** The same under another name. */
        public Column renamed(List<String> newRelation, String newName) {
            return new Column(newRelation, newName, value, origin, hidden);
        }

        public boolean named(String wanted) {
            return !name.isEmpty() && name.equalsIgnoreCase(wanted);
        }

        /** Whether a qualifier such as {@code t} or {@code db.t} means this column's relation. */
        public boolean in(List<String> qualifier) {
            int skipped = relation.size() - qualifier.size();
            return qualifier.isEmpty()
                    || (skipped >= 0
                            && relation.subList(skipped, relation.size()).equals(qualifier));
        }
    }

    /** The columns of a name in the nearest scope that has any; more than one is ambiguous. */
    public List<Column> find(List<String> qualifier, String name) {
        List<Column> here = columns.stream()
                .filter(column -> column.named(name) && column.in(qualifier))
                .toList();
        return here.isEmpty() && outer != null ? outer.find(qualifier, name) : here;
    }

    /** All columns of a relation of FROM, in order; of every one when the qualifier is empty. */
    public List<Column> all(List<String> qualifier) {
        return columns.stream()
                .filter(column -> !column.hidden() && column.in(qualifier))
                .toList();
    }

    /** The known names that look most like a wrong one, as the end of an error message; nothing when none does. */
    public String hint(String wrong) {
        List<String> known = new ArrayList<>();
        for (NameScope scope = this; scope != null; scope = scope.outer) {
            scope.columns.stream()
                    .map(Column::name)
                    .filter(name -> !name.isEmpty())
                    .forEach(known::add);
        }
        return Suggestions.hint(wrong, known);
    }
}
