package dev.trailwise.sql.scan;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.scan.ScannedColumn.Source;
import dev.trailwise.sql.scan.Scans.Cte;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.JoinCriteriaContext;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
            int start = scans.count();
            List<ScannedColumn> columns = aliased(pattern.aliasedRelation(), ctes);
            if (plain.sampledRelation().sampleType() != null
                    && (plain.sampledRelation().sampleType().SYSTEM() != null
                            || plain.sampledRelation().percentage.getText().matches("0+(\\.0*)?"))) {
                scans.since(start).forEach(PartitionScan::mayReadLess);
            }
            return pattern.MATCH_RECOGNIZE() == null ? columns : List.of(ScannedColumn.UNKNOWN);
        }
        return join((JoinRelationContext) relation, ctes);
    }

    private List<ScannedColumn> join(JoinRelationContext join, Map<String, Cte> ctes) {
        int start = scans.count();
        List<ScannedColumn> left = relation(join.left, ctes);
        int middle = scans.count();
        List<ScannedColumn> right = join.CROSS() != null || join.NATURAL() != null
                ? aliased(join.right.patternRecognition().aliasedRelation(), ctes)
                : relation(join.rightRelation, ctes);
        List<PartitionScan> all = scans.since(start);
        if (join.NATURAL() != null) {
            all.forEach(PartitionScan::mayReadLess);
            return List.of(ScannedColumn.UNKNOWN);
        }
        JoinScans joined = new JoinScans(
                join.joinType(), left, right, all.subList(0, middle - start), all.subList(middle - start, all.size()));
        JoinCriteriaContext criteria = join.joinCriteria();
        if (criteria == null) {
            return joined.columns(Set.of());
        }
        if (criteria.ON() == null) {
            return joined.columns(criteria.identifier().stream()
                    .map(Names::lower)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        joined.on(criteria.booleanExpression(), scans.conditions());
        scans.nested(criteria, ctes);
        return joined.columns(Set.of());
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
            Source source = known ? columns.get(i).source() : Source.ROWS;
            renamed.add(
                    new ScannedColumn(name, Names.lower(aliased.columnAliases().identifier(i)), source));
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
        int start = scans.count();
        List<ScannedColumn> columns = scans.query(cte.query().query(), cte.visible());
        if (cte.recursive()) {
            // Later rounds may have other values than the first, so a condition around it leaves nothing out; and a
            // round
            // after one without rows may read nothing.
            scans.since(start).forEach(PartitionScan::mayReadLess);
            columns = columns.stream().map(ScannedColumn::opaque).toList();
        }
        if (cte.query().columnAliases() == null) {
            return columns.stream().map(column -> column.in(name)).toList();
        }
        List<ScannedColumn> renamed = new ArrayList<>();
        var aliases = cte.query().columnAliases().identifier();
        for (int i = 0; i < aliases.size(); i++) {
            Source source = aliases.size() == columns.size() ? columns.get(i).source() : Source.ROWS;
            renamed.add(new ScannedColumn(name, Names.lower(aliases.get(i)), source));
        }
        return renamed;
    }
}
