package dev.trailwise.query;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.TableReference;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Scope;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes a question what an engine runs: in place of each reference to a table of logs, by its logical or its physical
 * name, stands a subquery that reads only the scope's partitions and times. So no query can forget a partition, in any
 * shape; all else stays the text its author wrote.
 */
public final class Compiler {
    private final Map<TableName, TableDefinition> tables;
    private final Map<String, TableName> logical = new LinkedHashMap<>();
    private final Function<TableName, SortedSet<AccountId>> accounts;

    /**
     * A compiler for tables that need no account named.
     *
     * @param tables the physical tables of logs, each with its definition; one for a logical name and its folders
     */
    public Compiler(Map<TableName, TableDefinition> tables) {
        this(tables, table -> Collections.emptySortedSet());
    }

    /**
     * A compiler for tables some of which must be asked for their accounts by name.
     *
     * @param tables the physical tables of logs, each with its definition; one for a logical name and its folders
     * @param accounts the accounts to name in a query of a table when the scope names none; empty to name none
     */
    public Compiler(Map<TableName, TableDefinition> tables, Function<TableName, SortedSet<AccountId>> accounts) {
        this.accounts = accounts;
        this.tables = Map.copyOf(tables);
        tables.forEach((name, definition) -> {
            if (!definition.folders().ofAccounts() && logical.put(definition.logicalName(), name) != null) {
                throw new IllegalArgumentException("two tables are called " + definition.logicalName());
            }
        });
    }

    /**
     * Compiles a question.
     *
     * @param question the SQL with its parameters bound
     * @param scope the part of the logs to read
     * @param duplicates whether events that were delivered twice count twice
     * @throws dev.trailwise.sql.text.SqlProblem when the SQL is not one query, with the place in its author's text
     */
    public CompiledQuery compile(SqlText question, Scope scope, DuplicatePolicy duplicates) {
        ParsedSql parsed = AthenaSql.parse(question);
        Map<TableName, TableDefinition> read = new LinkedHashMap<>();
        List<TableReference> references = parsed.references(logical.keySet(), tables.keySet());
        boolean apart = references.stream().anyMatch(this::isOfAccounts);
        references.forEach(reference -> read.putAll(set(reference, apart)));
        ScopedTable scoped = new ScopedTable(scope, duplicates, accounts, new ExtraColumns(parsed));
        SqlText sql = parsed.splice(references, reference -> scoped.sql(set(reference, apart)));
        return new CompiledQuery(sql, scope, read);
    }

    private boolean isOfAccounts(TableReference reference) {
        return set(name(reference), tables).values().stream()
                .allMatch(table -> table.folders().ofAccounts());
    }

    /** @param apart whether the author tells the tables of a set apart, so that their physical names mean one each */
    private SortedMap<TableName, TableDefinition> set(TableReference reference, boolean apart) {
        TableName name = name(reference);
        boolean one = apart && !reference.isLogical(logical.keySet());
        return set(name, one ? Map.of(name, Objects.requireNonNull(tables.get(name))) : tables);
    }

    /**
     * The table of a trail, and with it the one over the folders of single accounts in the same bucket, where there is
     * one: together they have every event.
     */
    static SortedMap<TableName, TableDefinition> set(TableName name, Map<TableName, TableDefinition> tables) {
        SortedMap<TableName, TableDefinition> set = new TreeMap<>(Comparator.comparing(TableName::toString));
        TableDefinition definition = Objects.requireNonNull(tables.get(name), () -> "not a table of logs: " + name);
        set.put(name, definition);
        tables.forEach((other, otherDefinition) -> {
            if (otherDefinition.equals(definition.ofAccounts())) {
                set.put(other, otherDefinition);
            }
        });
        return set;
    }

    private TableName name(TableReference reference) {
        Optional<TableName> physical = reference.physical(tables.keySet());
        TableName byLogicalName = reference.isLogical(logical.keySet()) ? logical.get(reference.table()) : null;
        if (byLogicalName != null) {
            return byLogicalName;
        }
        return physical.orElseThrow(() -> new IllegalStateException("not a table of logs: " + reference.written()));
    }
}
