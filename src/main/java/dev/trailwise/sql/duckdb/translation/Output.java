package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.function.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A translated query, or the name under which its translation can be read.
 *
 * @param sql the query, or the quoted name of a CTE
 * @param columns its columns; in DuckDB they are called c1, c2, … unless the query is the outermost
 */
public record Output(String sql, List<Named> columns) {
    public Output {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name its name in Trino, empty for an expression without alias
     * @param type its type
     * @param origin the column or field of a table that it passes on; nothing for any other value. It is read only when
     *     what reads the query uses it
     */
    public record Named(String name, Type type, Optional<TableField> origin) {
        public Named(String name, Type type) {
            this(name, type, Optional.empty());
        }
    }

    /** The name of a column in DuckDB. */
    public static String column(int index) {
        return "\"c" + (index + 1) + "\"";
    }

    /** The name that Trino gives a column in a result. */
    public String shown(int index) {
        String name = columns.get(index).name();
        return name.isEmpty() ? "_col" + index : name;
    }

    /** The columns as a relation under an alias has them. */
    public List<NameScope.Column> under(String alias, List<String> relation) {
        List<NameScope.Column> seen = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expr value = Expr.of(alias + "." + column(i), columns.get(i).type());
            seen.add(new NameScope.Column(
                    relation, columns.get(i).name(), value, columns.get(i).origin()));
        }
        return seen;
    }
}
