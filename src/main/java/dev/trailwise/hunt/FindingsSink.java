package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.text.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of the last statement of a hunt, and writes what all statements found: for people a report, for
 * programs a row an event as it comes, then the rows of the detections that count events.
 */
final class FindingsSink implements RowSink {
    private final AllFindings findings;
    private final HuntRows earlier;
    private final Optional<HuntRequest> shown;
    private final Format format;
    private final Clock clock;
    private final RenderOptions options;
    private final OutputStream stream;
    private List<ResultColumn> columns = List.of();
    private @Nullable RowSink rows;

    private FindingsSink(
            AllFindings findings,
            HuntRows earlier,
            Optional<HuntRequest> shown,
            Clock clock,
            RenderOptions options,
            OutputStream stream) {
        this.findings = findings;
        this.earlier = earlier;
        this.shown = shown;
        this.format = shown.map(request -> request.query().output().format()).orElse(Format.TABLE);
        this.clock = clock;
        this.options = options;
        this.stream = stream;
    }

    /** One that shows findings as the request asks. */
    static FindingsSink showing(
            AllFindings findings,
            HuntRows earlier,
            HuntRequest request,
            Clock clock,
            RenderOptions options,
            OutputStream stream) {
        return new FindingsSink(findings, earlier, Optional.of(request), clock, options, stream);
    }

    /** One that counts and keeps findings, and writes nothing. */
    static FindingsSink counting(AllFindings findings, HuntRows earlier) {
        return new FindingsSink(
                findings,
                earlier,
                Optional.empty(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                RenderOptions.defaults(),
                OutputStream.nullOutputStream());
    }

    @Override
    public void begin(List<ResultColumn> names) {
        columns = names.stream().map(FindingsSink::shown).toList();
        if (isRowByRow()) {
            List<ResultColumn> all = new ArrayList<>(columns);
            all.add(ResultColumn.text("level"));
            if (findings.areAttributed()) {
                all.add(ResultColumn.text("attribution"));
            }
            rows = format == Format.OCSF
                    ? Format.selected(new OcsfFindings(findings, clock, stream), options)
                    : format.renderer(options, stream);
            rows.begin(all);
        }
        earlier.events().rows().forEach(this::row);
    }

    private boolean summary() {
        return shown.map(HuntRequest::summary).orElse(true);
    }

    private boolean isRowByRow() {
        return !summary()
                && switch (format) {
                    case TABLE, NAVIGATOR, JUNIT -> false;
                    default -> true;
                };
    }

    private void write(String document) {
        try {
            stream.write(document.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }

    /** The names of detections come as one text and are shown as a list. */
    private static ResultColumn shown(ResultColumn column) {
        return column.name().equals("detections") ? new ResultColumn(column.name(), ResultType.NESTED) : column;
    }

    @Override
    public void row(@Nullable Object[] values) {
        findings.event(columns, values).ifPresent(this::write);
    }

    @Override
    public void finish() {
        earlier.counted().forEach((detection, counted) -> {
            for (@Nullable Object[] values : counted.rows()) {
                if (findings.row(detection, counted.columns(), values)) {
                    write(event(counted.columns(), values, detection.name()));
                }
            }
        });
        if (rows != null) {
            rows.finish();
        } else if (format == Format.NAVIGATOR) {
            write(NavigatorLayer.text(findings.all()));
        } else if (format == Format.JUNIT) {
            write(new JunitReport(findings.all(), shown.orElseThrow().failOn()).text());
        } else if (format == Format.TABLE && !summary()) {
            new FindingsReport(options, stream).write(findings.found());
        } else {
            FindingsReport.summary(findings.found(), format.renderer(options, stream));
        }
        findings.shown();
    }

    private void write(@Nullable Object[] event) {
        if (rows == null) {
            return;
        }
        boolean attributed = findings.areAttributed();
        @Nullable Object[] all = Arrays.copyOf(event, event.length + (attributed ? 2 : 1));
        all[event.length] = findings.level(event).toString();
        if (attributed) {
            all[event.length + 1] = findings.attributions(event);
        }
        rows.row(all);
    }

    /** A row of a detection that counts events, in the columns of an event; all of it is JSON where the request would be. */
    private @Nullable Object[] event(List<ResultColumn> names, @Nullable Object[] values, String detection) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(names.get(i).name(), values[i]);
        }
        return columns.stream()
                .map(column -> switch (column.name()) {
                    case "detections" -> List.of(detection);
                    case "requestparameters" -> JsonText.line(row);
                    case "eventtime" ->
                        Optional.<Object>ofNullable(row.get("eventtime")).orElse(row.get("first_seen"));
                    default -> row.get(column.name());
                })
                .toArray();
    }
}
