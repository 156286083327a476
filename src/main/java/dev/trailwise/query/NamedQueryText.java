package dev.trailwise.query;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.Placeholders;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.TableReference;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a saved query as others run it, in Athena's console. What only trailwise understands is replaced, and
 * stands in a mark before what it is replaced by.
 *
 * <ul>
 *   <li>A parameter is replaced by a literal of its default or example, which can be edited where it stands. Athena's own
 *       {@code ?} could not: it has no name, no type and no default, stands for one value in one place, and cannot take
 *       the place of a list.
 *   <li>A table is replaced by its newest days, under its physical name, so that a query that is run as it is cannot
 *       read, and bill, all there is.
 * </ul>
 *
 * The front matter stays what it is, a comment. Without the replacements the text is again that of the file, with all
 * that was changed elsewhere in it.
 */
public final class NamedQueryText {
    private static final String HEADER = """
            -- A saved query of trailwise. Change the values between the marks to ask for others, and the number
            -- of days: each day read is billed. "%s" takes changes of the rest back.
            """.formatted(CommandName.QUERIES_PULL);

    private static final String NEWEST_DAYS = " WHERE day >= date_format(current_date - INTERVAL '1' DAY, '%Y/%m/%d')";

    private static final String END = "/*}*/";
    private static final Pattern REPLACED =
            Pattern.compile("/\\*\\{([^*]*)\\*/.*?" + Pattern.quote(END), Pattern.DOTALL);

    private NamedQueryText() {}

    /**
     * The text to share.
     *
     * @param file the text of the query's file
     * @param tables the physical tables of logs, each with its definition
     * @param accounts the accounts that a query of a table has to name; empty to name none
     * @throws Failure when the query cannot be shared
     */
    public static String text(
            SavedQuery query,
            String file,
            Map<TableName, TableDefinition> tables,
            Function<TableName, SortedSet<AccountId>> accounts) {
        String sql = query.sql().text();
        String text = FrontMatter.normalized(file);
        String matter = text.substring(0, text.length() - sql.length());
        SqlText bound = Placeholders.replace(
                SqlText.of(query.sql()), parameter -> marked(":" + parameter.name(), literal(query, parameter.name())));
        String shared = matter + marked("", HEADER) + onTables(bound, tables, accounts);
        if (!original(shared).equals(text)) {
            throw new Failure(
                    ExitCode.USAGE,
                    query.name() + " cannot be shared: its text has marks of the form /*{…*/ … " + END + " of its own");
        }
        return shared;
    }

    private static String onTables(
            SqlText bound, Map<TableName, TableDefinition> tables, Function<TableName, SortedSet<AccountId>> accounts) {
        ParsedSql parsed = AthenaSql.parse(bound);
        ExtraColumns extra = new ExtraColumns(parsed);
        Set<String> logical = new HashSet<>();
        tables.values().forEach(table -> logical.add(table.logicalName()));
        List<SqlText.Edit> edits = new ArrayList<>();
        for (TableReference reference : parsed.references(logical, tables.keySet())) {
            TableName table = reference.physical(tables.keySet()).orElseGet(() -> named(reference, tables));
            String written = bound.text().substring(reference.start(), reference.end());
            edits.add(new SqlText.Edit(
                    reference.start(),
                    reference.end(),
                    marked(
                            written,
                            replacement(
                                    parsed,
                                    reference,
                                    Compiler.set(table, tables).entrySet().stream()
                                            .map(one -> newest(one, accounts.apply(one.getKey()), extra))
                                            .collect(Collectors.joining(" UNION ALL "))))));
        }
        return bound.edit(edits).text();
    }

    private static TableName named(TableReference reference, Map<TableName, TableDefinition> tables) {
        return tables.entrySet().stream()
                .filter(table -> table.getValue().logicalName().equals(reference.table())
                        && !table.getValue().folders().ofAccounts())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String newest(
            Map.Entry<TableName, TableDefinition> table, SortedSet<AccountId> accounts, ExtraColumns extra) {
        return ScopedTable.all(table.getKey(), table.getValue(), extra)
                + NEWEST_DAYS
                + (accounts.isEmpty() ? "" : " AND " + ScopedTable.in("account", accounts));
    }

    private static String replacement(ParsedSql parsed, TableReference reference, String query) {
        String whole = parsed.splice(List.of(reference), name -> query).text();
        int behind = parsed.text().text().length() - reference.end();
        return whole.substring(reference.start(), whole.length() - behind);
    }

    private static String literal(SavedQuery query, String name) {
        Parameter parameter = query.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE, query.name() + " does not declare the parameter :" + name + " that it uses"));
        return Binding.sample(parameter);
    }

    private static String marked(String original, String replacement) {
        return "/*{" + original + "*/" + replacement + END;
    }

    /** The text without the replacements: that of the file. */
    public static String original(String shared) {
        return REPLACED.matcher(FrontMatter.normalized(shared))
                .replaceAll(replaced -> Matcher.quoteReplacement(replaced.group(1)));
    }

    /** Whether two texts differ at most by how their lines end, and by blanks around them: an editor may change these. */
    public static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    static String bare(String text) {
        return FrontMatter.normalized(text).strip();
    }

    /**
     * What is wrong with a text that is to become the file of a saved query.
     *
     * @param label what to call it
     * @return nothing when it is a saved query
     */
    public static List<String> problems(String label, String name, String topic, String text) {
        List<Problem> problems = new ArrayList<>();
        QueryFile file = new QueryFile(
                name,
                topic,
                label,
                Optional.empty(),
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        file.read(problems)
                .filter(query -> problems.isEmpty())
                .ifPresent(query -> problems.addAll(SavedQueryCheck.problems(query)));
        return problems.stream().map(Problem::toString).toList();
    }
}
