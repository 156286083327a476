package dev.trailwise.sql;

import dev.trailwise.sql.ScannedColumn.Origin;
import dev.trailwise.sql.Scans.Cte;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.JoinRelationContext;
import io.trino.grammar.sql.SqlBaseParser.LateralContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** What FROM reads. */
final class RelationScans {
    private final Scans scans;

    RelationScans(Scans scans) {
        this.scans = scans;
    }

    List<ScannedColumn> relation(RelationContext relation, Map<String, Cte> ctes) {
        if (relation instanceof RelationDefaultContext plain) {
            var pattern = plain.sampledRelation().patternRecognition();
            List<ScannedColumn> columns = aliased(pattern.aliasedRelation(), ctes);
            return pattern.MATCH_RECOGNIZE() == null ? columns : List.of(ScannedColumn.UNKNOWN);
        }
        JoinRelationContext join = (JoinRelationContext) relation;
        List<ScannedColumn> left = relation(join.left, ctes);
        List<ScannedColumn> right = join.CROSS() != null || join.NATURAL() != null
                ? aliased(join.right.patternRecognition().aliasedRelation(), ctes)
                : relation(join.rightRelation, ctes);
        boolean leftOuter = join.joinType() != null
                && (join.joinType().RIGHT() != null || join.joinType().FULL() != null);
        boolean rightOuter = join.joinType() != null
                && (join.joinType().LEFT() != null || join.joinType().FULL() != null);
        List<ScannedColumn> columns = new ArrayList<>();
        if (join.joinCriteria() != null && join.joinCriteria().ON() != null) {
            // ON tells of the side that may be left without a match, and of both when no row is kept unmatched.
            List<ScannedColumn> filtered = new ArrayList<>();
            filtered.addAll(
                    rightOuter ? left.stream().map(ScannedColumn::opaque).toList() : left);
            filtered.addAll(
                    leftOuter ? right.stream().map(ScannedColumn::opaque).toList() : right);
            scans.conditions().apply(join.joinCriteria().booleanExpression(), filtered);
            scans.nested(join.joinCriteria(), ctes);
        }
        boolean using = join.joinCriteria() != null && join.joinCriteria().USING() != null;
        left.stream()
                .map(column -> leftOuter || using ? column.opaque() : column)
                .forEach(columns::add);
        right.stream()
                .map(column -> rightOuter || using ? column.opaque() : column)
                .forEach(columns::add);
        return columns;
    }

    private List<ScannedColumn> aliased(AliasedRelationContext aliased, Map<String, Cte> ctes) {
        List<ScannedColumn> columns = relation(aliased.relationPrimary(), ctes);
        if (aliased.identifier() == null) {
            return columns;
        }
        List<String> name = List.of(Names.lower(aliased.identifier()));
        if (aliased.columnAliases() == null) {
            return columns.stream()
                    .map(column -> column.isUnknown() ? column : column.in(name))
                    .toList();
        }
        List<ScannedColumn> renamed = new ArrayList<>();
        boolean known = ScannedColumn.allKnown(columns)
                && aliased.columnAliases().identifier().size() == columns.size();
        for (int i = 0; i < aliased.columnAliases().identifier().size(); i++) {
            List<Origin> origins = known ? columns.get(i).origins() : List.of();
            renamed.add(
                    new ScannedColumn(name, Names.lower(aliased.columnAliases().identifier(i)), origins));
        }
        return renamed;
    }

    private List<ScannedColumn> relation(RelationPrimaryContext relation, Map<String, Cte> ctes) {
        if (relation instanceof TableNameContext table) {
            return table(table, table.qualifiedName(), ctes);
        }
        if (relation instanceof SubqueryRelationContext subquery) {
            return scans.query(subquery.query(), ctes);
        }
        if (relation instanceof LateralContext lateral) {
            return scans.query(lateral.query(), ctes);
        }
        if (relation instanceof ParenthesizedRelationContext inner) {
            return relation(inner.relation(), ctes);
        }
        scans.nested(relation, ctes);
        return List.of(ScannedColumn.UNKNOWN);
    }

    List<ScannedColumn> table(ParserRuleContext place, QualifiedNameContext name, Map<String, Cte> ctes) {
        List<String> parts = name.identifier().stream().map(Names::lower).toList();
        Cte cte = parts.size() == 1 ? ctes.get(parts.get(0)) : null;
        if (cte != null) {
            return cte(cte, parts);
        }
        return scans.scan(place, parts);
    }

    private List<ScannedColumn> cte(Cte cte, List<String> name) {
        List<ScannedColumn> columns = scans.query(cte.query().query(), cte.visible());
        if (cte.query().columnAliases() == null) {
            return columns.stream().map(column -> column.in(name)).toList();
        }
        List<ScannedColumn> renamed = new ArrayList<>();
        var aliases = cte.query().columnAliases().identifier();
        for (int i = 0; i < aliases.size(); i++) {
            List<Origin> origins =
                    aliases.size() == columns.size() ? columns.get(i).origins() : List.of();
            renamed.add(new ScannedColumn(name, Names.lower(aliases.get(i)), origins));
        }
        return renamed;
    }
}
