package dev.trailwise.report;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.HeatMap;
import dev.trailwise.chart.Numbers;
import dev.trailwise.chart.Timeline;
import dev.trailwise.chart.svg.BarsSvg;
import dev.trailwise.chart.svg.HeatMapSvg;
import dev.trailwise.chart.svg.TimelineSvg;
import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.hunt.Findings;
import dev.trailwise.report.Overview.Count;
import dev.trailwise.report.Overview.Property;
import dev.trailwise.report.page.Block;
import dev.trailwise.report.page.DataTable;
import dev.trailwise.report.page.DataTable.Column;
import dev.trailwise.report.page.Section;
import dev.trailwise.run.Part;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.trail.AccountNames;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What happened, in charts: one scan counts all of it. */
final class OverviewPart implements RunningPart {
    private static final int MOST_BARS = 10;

    private static final List<Property> RANKED = List.of(
            Property.PRINCIPAL, Property.ADDRESS, Property.ACTION, Property.REGION, Property.ACCOUNT, Property.ERROR);

    private final Workspace workspace;
    private final String title;
    private final QueryRequest request;
    private final OverviewRows rows = new OverviewRows();

    /** Findings of other parts, which mark the timeline. */
    private List<Findings> marks = List.of();

    OverviewPart(Workspace workspace, String title, QueryRequest query) {
        this.workspace = workspace;
        this.title = title;
        this.request = query.part(SqlText.of(new SqlSource("<overview>", sql())), Part.collected(rows, true));
    }

    static String sql() {
        try (InputStream in = OverviewPart.class.getResourceAsStream("overview.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<QueryRequest> requests() {
        return List.of(request);
    }

    @Override
    public ExitCode run(List<QueryRequest> placed, List<Estimate> estimates) {
        return QueryRunner.answer(workspace, placed.get(0));
    }

    Overview overview() {
        return rows.overview();
    }

    /** Marks the timeline with what was found. */
    void mark(List<Findings> found) {
        marks = List.copyOf(found);
    }

    @Override
    public Section section() {
        Overview overview = overview();
        if (overview.events() == 0) {
            return new Section(title, List.of(new Block.Prose("No event is in the scope.")));
        }
        List<Block> blocks = new ArrayList<>();
        TimeSlots slots = TimeSlots.of(overview, marks);
        Timeline timeline = slots.timeline();
        blocks.add(new Block.Picture(timeline.title(), id -> TimelineSvg.of(timeline, id), slots.table()));
        HeatMap map = slots.heatMap();
        blocks.add(new Block.Picture(map.title(), id -> HeatMapSvg.of(map, id), table(map)));
        if (slots.untimed() > 0) {
            blocks.add(
                    new Block.Prose(
                            Numbers.whole(slots.untimed())
                                    + " events are in no chart of times, because their time has another form than 2026-11-01T10:00:00Z."));
        }
        List<Block> ranked = new ArrayList<>();
        for (Property property : RANKED) {
            if (!overview.of(property).isEmpty()) {
                ranked.add(ranked(property, overview));
            }
        }
        blocks.add(new Block.Columns(ranked));
        return new Section(title, blocks);
    }

    private Block ranked(Property property, Overview overview) {
        List<Count> counts = overview.of(property);
        long all = overview.values(property);
        String heading = all > MOST_BARS
                ? "Top " + MOST_BARS + " of " + Numbers.whole(all) + " " + property.plural()
                : all == 1 ? "The only " + property.one() : "All " + all + " " + property.plural();
        AccountNames names = workspace.accountNames();
        Bars bars = new Bars(
                heading,
                "events",
                counts.stream()
                        .limit(MOST_BARS)
                        .map(count -> new Bars.Bar(names.label(count.value()), count.events()))
                        .toList());
        DataTable numbers = new DataTable(
                "Events by " + property.one(),
                List.of(
                        Column.text(property.one()),
                        Column.number("events"),
                        Column.number("denied"),
                        Column.number("failed"),
                        Column.time("first seen (UTC)"),
                        Column.time("last seen (UTC)")),
                counts.stream()
                        .map(count -> List.of(
                                names.label(count.value()),
                                Numbers.whole(count.events()),
                                Numbers.whole(count.denied()),
                                Numbers.whole(count.failed()),
                                count.first(),
                                count.last()))
                        .toList(),
                all);
        return new Block.Picture(heading, id -> BarsSvg.of(bars, id), numbers);
    }

    private static DataTable table(HeatMap map) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("weekday"));
        map.columns().forEach(hour -> columns.add(Column.number(hour)));
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < map.rows().size(); row++) {
            List<String> cells = new ArrayList<>();
            cells.add(map.rows().get(row));
            map.values().get(row).forEach(value -> cells.add(Numbers.whole(value)));
            rows.add(cells);
        }
        return new DataTable(map.title(), columns, rows);
    }
}
