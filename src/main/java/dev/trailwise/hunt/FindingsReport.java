package dev.trailwise.hunt;

import static dev.trailwise.engine.ResultColumn.integer;
import static dev.trailwise.engine.ResultColumn.text;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Attribution;
import dev.trailwise.query.detection.Detection;
import dev.trailwise.text.Paragraphs;
import dev.trailwise.text.Sanitizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Findings for people: a line a detection, then the first rows of each. */
final class FindingsReport {
    private static final List<ResultColumn> SUMMARY = List.of(
            text("level"),
            text("detection"),
            integer("findings"),
            text("first_seen"),
            text("last_seen"),
            integer("principals"),
            integer("accounts"),
            text("mitre"),
            text("title"));

    /** Lines of prose are no longer than this on a wide terminal or in a file. */
    private static final int WIDEST = 120;

    private final RenderOptions options;
    private final OutputStream stream;

    FindingsReport(RenderOptions options, OutputStream stream) {
        this.options = options;
        this.stream = stream;
    }

    /** A row a detection, the most severe first. */
    static void summary(List<Findings> all, RowSink sink) {
        boolean attributed =
                all.stream().anyMatch(found -> attribution(found.detection()).isPresent());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Findings found : all) {
            SavedQuery detection = found.detection();
            @Nullable
            Object[] row = new @Nullable Object[] {
                found.level().toString(),
                detection.name(),
                found.count(),
                found.first().orElse(null),
                found.last().orElse(null),
                found.principals(),
                found.accounts(),
                detection.mitre().isEmpty() ? null : String.join(" ", detection.mitre()),
                detection.title(),
                attribution(detection).orElse(null)
            };
            rows.add(attributed ? row : Arrays.copyOf(row, SUMMARY.size()));
        }
        sink.all(
                attributed
                        ? Stream.concat(SUMMARY.stream(), Stream.of(text("attribution")))
                                .toList()
                        : SUMMARY,
                rows);
    }

    /** The summary as a table, then a table a detection. */
    void write(List<Findings> all) {
        RenderOptions summary =
                options.withColumns(List.of("level", "detection", "findings", "first_seen", "last_seen", "mitre"));
        summary(all, Format.TABLE.renderer(summary, stream));
        for (Findings found : all) {
            head(found);
            Format.TABLE
                    .renderer(options.withColumns(found.shownColumns()), stream)
                    .all(found.columns(), found.rows());
            if (found.count() > found.rows().size()) {
                line("… and " + (found.count() - found.rows().size()) + " more");
            }
        }
    }

    private void head(Findings found) {
        SavedQuery detection = found.detection();
        line("");
        line(found.level().toString().toUpperCase(Locale.ROOT) + "  " + detection.name() + "  "
                + String.join(" ", detection.mitre()));
        wrapped(detection.title());
        attribution(detection).ifPresent(this::wrapped);
        detection
                .detection()
                .filter(matter -> !matter.falsePositives().isEmpty())
                .ifPresent(matter -> wrapped("False positives: " + matter.falsePositives()));
    }

    /** Where a detection of others comes from. */
    static Optional<String> attribution(SavedQuery detection) {
        return detection.detection().flatMap(Detection::attribution).map(Attribution::toString);
    }

    private void wrapped(String text) {
        Paragraphs.wrap(Sanitizer.text(text), Math.min(options.width(), WIDEST)).forEach(this::line);
    }

    private void line(String text) {
        try {
            stream.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }
}
