package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.hunt.correlation.CorrelationFinding;
import dev.trailwise.hunt.correlation.Correlator;
import dev.trailwise.sigma.SigmaCorrelation;
import dev.trailwise.workspace.Rendering;
import dev.trailwise.workspace.Workspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The correlations of a hunt that runs: their findings become rows like those of detections that count events. */
final class Correlations {
    private final CorrelationPlan plan;
    private final List<String> fields;
    private final HuntRows found;
    private final Optional<Instant> from;
    private final Workspace workspace;

    /**
     * @param fields the fields of the columns of the statement whose events are correlated
     * @param found takes the findings
     * @param from the time before which a finding was for an earlier hunt
     */
    Correlations(
            CorrelationPlan plan, List<String> fields, HuntRows found, Optional<Instant> from, Workspace workspace) {
        this.plan = plan;
        this.fields = fields;
        this.found = found;
        this.from = from;
        this.workspace = workspace;
    }

    /** The same rows, whose events are correlated before. */
    Rendering before(Rendering rendering) {
        return (how, stream) -> rows(rendering.open(how, stream));
    }

    private RowSink rows(RowSink sink) {
        Correlator correlator = new Correlator(plan.correlations());
        CorrelatedRows[] rows = new CorrelatedRows[1];
        rows[0] = new CorrelatedRows(sink, correlator, fields, () -> finish(correlator, rows[0].untimed()));
        return rows[0];
    }

    private void finish(Correlator correlator, long untimed) {
        for (SigmaCorrelation correlation : plan.correlations()) {
            CollectedRows rows = new CollectedRows();
            rows.begin(columns(correlation));
            for (CorrelationFinding finding : correlator.findings(correlation.name())) {
                Instant last = Instant.ofEpochSecond(finding.last());
                if (from.isEmpty() || !last.isBefore(from.get())) {
                    rows.row(row(finding));
                }
            }
            found.counted().put(correlation.detection(), rows);
            report(correlation.name(), correlator);
        }
        if (untimed > 0) {
            workspace.messages().warning(untimed + " events without a valid eventTime were left out of correlations");
        }
    }

    private void report(String name, Correlator correlator) {
        long tooMany = correlator.tooMany(name);
        if (tooMany > 0) {
            workspace
                    .messages()
                    .warning(name + ": events left out because each is in more than 10,000 groups: " + tooMany);
        }
        long ungrouped = correlator.ungrouped(name);
        if (ungrouped > 0) {
            workspace.messages().info(name + ": matching events without a group-by field, in no window: " + ungrouped);
        }
    }

    private static List<ResultColumn> columns(SigmaCorrelation correlation) {
        List<ResultColumn> columns = new ArrayList<>();
        columns.add(ResultColumn.text("first_seen"));
        columns.add(ResultColumn.text("last_seen"));
        correlation
                .correlation()
                .groupBy()
                .forEach(field -> columns.add(ResultColumn.text(field.toLowerCase(Locale.ROOT))));
        columns.add(ResultColumn.decimal(correlation
                .correlation()
                .type()
                .toString()
                .replace("_ordered", "")
                .replace("temporal", "rules")));
        columns.add(ResultColumn.integer("events"));
        columns.add(new ResultColumn("event_ids", ResultType.NESTED));
        columns.add(ResultColumn.text("last_event"));
        return columns;
    }

    private static @Nullable Object[] row(CorrelationFinding finding) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(Instant.ofEpochSecond(finding.first()).toString());
        row.add(Instant.ofEpochSecond(finding.last()).toString());
        row.addAll(finding.group());
        BigDecimal value = finding.value().stripTrailingZeros();
        row.add(value.scale() < 0 ? value.setScale(0) : value);
        row.add(finding.events());
        row.add(finding.ids());
        row.add(finding.lastEvent());
        return row.toArray();
    }
}
