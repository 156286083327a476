package dev.trailwise.sql;

import dev.trailwise.sql.text.Position;
import dev.trailwise.table.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place in a query that reads a table: not a CTE.
 *
 * @param name the parts of its name, in lower case: table, or database and table, or catalog, database and table
 * @param position where it is, in the author's file
 * @param start the offset in the parsed text of its name, or of the word TABLE before it
 * @param end the offset after its name
 * @param form the syntax around it
 */
public record TableReference(List<String> name, Position position, int start, int end, Form form) {
    private static final String GLUE = "awsdatacatalog";

    /** The syntax around a table's name. */
    public enum Form {
        /** {@code FROM t AS x} */
        ALIASED,
        /** {@code FROM t} */
        BARE,
        /** {@code TABLE t} */
        STATEMENT,
        /** {@code TABLE(t)} as the argument of a table function. */
        ARGUMENT,
        /** {@code FROM t FOR TIMESTAMP AS OF …}, which log tables do not have. */
        VERSIONED
    }

    /** The last part: the table's own name. */
    public String table() {
        return name.get(name.size() - 1);
    }

    /** Whether this is one of the logical names, which are never qualified. */
    public boolean isLogical(Set<String> logicalNames) {
        return name.size() == 1 && logicalNames.contains(table());
    }

    /** Which of the tables this is: by its name alone, its database, or the Glue catalog too. */
    public Optional<TableName> physical(Collection<TableName> tables) {
        return tables.stream()
                .filter(candidate -> candidate.table().equals(table()))
                .filter(candidate ->
                        name.size() < 2 || name.get(name.size() - 2).equals(candidate.database()))
                .filter(candidate -> name.size() < 3 || name.get(0).equals(GLUE))
                .findFirst();
    }

    /**
     * Its name in the Glue catalog; nothing for a table of another catalog.
     *
     * @param database the one of a name without a database
     */
    public Optional<TableName> inCatalog(String database) {
        return name.size() > 2 && !name.get(0).equals(GLUE)
                ? Optional.empty()
                : Optional.of(new TableName(name.size() > 1 ? name.get(name.size() - 2) : database, table()));
    }

    /** Whether this is a view of the catalog itself, which holds no files. */
    public boolean isInformationSchema() {
        return name.size() >= 2 && name.get(name.size() - 2).equals("information_schema");
    }

    /** Of its place alone. The one that Java would make of all parts takes ten milliseconds the first time it is asked. */
    @Override
    public int hashCode() {
        return start;
    }

    /** As it is read: {@code database.table}. */
    public String written() {
        return String.join(".", name);
    }
}
