package dev.trailwise.sql.scan;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.ParsedSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** What a query does that its author may not mean: it matches nothing, reads too much, or differs between engines. */
public final class Lints {
    private final ParsedSql sql;
    private final List<Lint> found = new ArrayList<>();

    private Lints(ParsedSql sql) {
        this.sql = sql;
    }

    /** What there is to say of a query as its author wrote it, in the order of the text. */
    public static List<Lint> of(ParsedSql sql) {
        Lints lints = new Lints(sql);
        lints.walk(
                sql.query(), List.of(new PartitionLint(), new RegionLint(), new UnnestLint(), new SelectAllLint(sql)));
        return lints.inOrder();
    }

    /**
     * What there is to say of a question with the scope that it is asked in, in the order of its author's text.
     *
     * @param now the time that {@code current_date} and similar functions use
     */
    public static List<Lint> of(CompiledQuery query, Instant now) {
        ParsedSql sql = AthenaSql.parse(query.text());
        Lints lints = new Lints(sql);
        lints.found.addAll(of(sql));
        UnreadDays.of(sql, query.tables(), now).ifPresent(lints.found::add);
        return lints.inOrder();
    }

    private List<Lint> inOrder() {
        return found.stream()
                .sorted((one, other) -> one.position().compareTo(other.position()))
                .toList();
    }

    private void walk(ParseTree node, List<LintCheck> checks) {
        checks.forEach(check -> check.at(node, this::add));
        for (int i = 0; i < node.getChildCount(); i++) {
            walk(node.getChild(i), checks);
        }
    }

    private void add(ParserRuleContext at, String message) {
        found.add(new Lint(sql.text().authorPosition(at.getStart().getStartIndex()), message));
    }
}
