package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.CommonMistakes;
import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.ResolvedName;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlProblem;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Names of columns, and paths from them into rows. */
final class ColumnNames {
    /** Partition columns of the tables that others lay over the same logs, AWS's documentation among them. */
    private static final Set<String> OTHERS_PARTITIONS =
            Set.of("year", "month", "hour", "date", "dt", "timestamp", "partition_date", "accountid", "account_id");

    private final Expressions expressions;
    private final Translation translation;
    private final NameScope scope;

    ColumnNames(Expressions expressions) {
        this.expressions = expressions;
        this.translation = expressions.translation();
        this.scope = expressions.scope();
    }

    /** What an expression means, when it is a name or a path; it is not noted as read. */
    Optional<ResolvedName> find(ParserRuleContext expression) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        if (only instanceof ColumnReferenceContext column) {
            return Optional.of(column(column));
        }
        return only instanceof DereferenceContext path ? Optional.of(path(path)) : Optional.empty();
    }

    private ResolvedName column(ColumnReferenceContext column) {
        String name = Names.of(column.identifier());
        return only(column, scope.find(List.of(), name)).orElseThrow(() -> unknown(column, name));
    }

    /** As in Trino, a path is first tried as a column with its table, then as a field of a shorter path. */
    private ResolvedName path(DereferenceContext dereference) {
        List<String> path = ParseTrees.path(dereference);
        if (!path.isEmpty()) {
            List<String> qualifier = path.subList(0, path.size() - 1);
            Optional<ResolvedName> column = only(dereference, scope.find(qualifier, path.get(path.size() - 1)));
            if (column.isPresent()) {
                return column.get();
            }
        }
        String name = Names.of(dereference.fieldName);
        if (dereference.base instanceof ColumnReferenceContext table
                && scope.find(List.of(), Names.of(table.identifier())).isEmpty()
                && !scope.all(path.subList(0, 1)).isEmpty()) {
            throw unknown(dereference.fieldName, name);
        }
        ResolvedName base = find(dereference.base).orElseGet(() -> ResolvedName.of(expressions.of(dereference.base)));
        return field(dereference, base, name);
    }

    private ResolvedName field(DereferenceContext at, ResolvedName base, String name) {
        String row = Excerpt.neutral(at.base.getText());
        if (!(base.value().type() instanceof Type.Row type)) {
            throw translation.wrong(
                    at.fieldName,
                    row + " is " + base.value().type() + ", which has no field " + Excerpt.neutral(name)
                            + CommonMistakes.field(row, Excerpt.neutral(name)));
        }
        Type.Field field = type.field(name)
                .orElseThrow(() ->
                        translation.wrong(at.fieldName, "there is no field " + Excerpt.neutral(name) + " in " + row));
        return new ResolvedName(
                Expr.field(base.value(), field), base.origin().map(origin -> origin.field(field.name())));
    }

    /** The columns that {@code grouping(a, t.b)} names. */
    Expr grouping(List<QualifiedNameContext> names) {
        List<Expr> columns = names.stream().map(this::grouped).toList();
        return Expr.of("CAST(grouping(" + Expr.list(columns) + ") AS BIGINT)", Type.Simple.BIGINT);
    }

    private Expr grouped(QualifiedNameContext name) {
        List<String> path = name.identifier().stream().map(Names::lower).toList();
        List<Column> found = scope.find(path.subList(0, path.size() - 1), path.get(path.size() - 1));
        ResolvedName column = only(name, found).orElseThrow(() -> unknown(name, name.getText()));
        translation.use(column.origin());
        return column.value();
    }

    private String advice(ParserRuleContext at, String name) {
        String mistake = CommonMistakes.column(at, name, translation.aliases());
        if (!mistake.isEmpty()) {
            return mistake;
        }
        return OTHERS_PARTITIONS.contains(name.toLowerCase(Locale.ROOT))
                ? "; the partition columns are account, region and day, as in day = '2026/11/01', and the scope fills them"
                : scope.hint(name);
    }

    private Optional<ResolvedName> only(ParserRuleContext at, List<Column> found) {
        if (found.size() > 1) {
            throw translation.wrong(
                    at, "the column " + Excerpt.neutral(at.getText()) + " is ambiguous; put a table before it");
        }
        return found.stream().findFirst().map(ResolvedName::of);
    }

    private SqlProblem unknown(ParserRuleContext at, String name) {
        return name.startsWith("$")
                ? translation.unsupported(at, "the hidden column " + Excerpt.neutral(name))
                : translation.wrong(at, "there is no column " + Excerpt.neutral(name) + " here" + advice(at, name));
    }
}
