package dev.trailwise.report;

import dev.trailwise.chart.Numbers;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.hunt.Findings;
import dev.trailwise.query.Library;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Attribution;
import dev.trailwise.query.detection.Detection;
import dev.trailwise.query.detection.Level;
import dev.trailwise.report.page.DataTable;
import dev.trailwise.report.page.DataTable.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Findings in tables. */
final class FindingTables {
    private FindingTables() {}

    /** A row a detection that found something. */
    static DataTable detections(List<Findings> found) {
        return new DataTable(
                "Detections with findings",
                List.of(
                        Column.text("level"),
                        Column.text("detection"),
                        Column.number("findings"),
                        Column.time("first seen (UTC)"),
                        Column.time("last seen (UTC)"),
                        Column.number("principals"),
                        Column.number("accounts"),
                        Column.text("ATT&CK")),
                found.stream()
                        .map(one -> List.of(
                                one.level().toString(),
                                one.detection().name(),
                                Numbers.whole(one.count()),
                                one.first().orElse(""),
                                one.last().orElse(""),
                                Numbers.whole(one.principals()),
                                Numbers.whole(one.accounts()),
                                String.join(" ", one.detection().mitre())))
                        .toList());
    }

    /** The first rows of a detection, in the columns that people see. */
    static DataTable rows(Findings found) {
        List<ResultColumn> columns = found.columns();
        int[] shown = IntStream.range(0, columns.size())
                .filter(i -> found.shownColumns().contains(columns.get(i).name()))
                .toArray();
        List<List<String>> rows = new ArrayList<>();
        for (@Nullable Object[] row : found.rows()) {
            rows.add(KeptRows.texts(IntStream.of(shown).mapToObj(i -> row[i]).toArray()));
        }
        return new DataTable(
                "Findings of " + found.detection().name(),
                KeptRows.columns(IntStream.of(shown).mapToObj(columns::get).toList()),
                rows,
                found.count());
    }

    /** A row a technique that the detections look for. */
    static DataTable techniques(Collection<SavedQuery> detections, Collection<Findings> found) {
        record Technique(List<String> detections, List<String> hits, long findings) {}
        Map<String, Technique> techniques = new TreeMap<>();
        detections.forEach(detection -> detection
                .mitre()
                .forEach(id -> techniques
                        .computeIfAbsent(id, one -> new Technique(new ArrayList<>(), new ArrayList<>(), 0))
                        .detections()
                        .add(detection.name())));
        found.forEach(one -> one.detection()
                .mitre()
                .forEach(id -> techniques.computeIfPresent(id, (same, before) -> {
                    before.hits().add(one.detection().name());
                    return new Technique(before.detections(), before.hits(), before.findings() + one.count());
                })));
        return new DataTable(
                "ATT&CK techniques that the detections look for",
                List.of(
                        Column.text("technique"),
                        Column.number("findings"),
                        Column.number("detections"),
                        Column.text("detections with findings")),
                techniques.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(
                                (one, other) -> Long.compare(other.findings(), one.findings())))
                        .map(one -> List.of(
                                one.getKey(),
                                Numbers.whole(one.getValue().findings()),
                                Numbers.whole(one.getValue().detections().size()),
                                String.join(", ", one.getValue().hits())))
                        .toList());
    }

    /** A row a detection that ran, with who wrote it. */
    static DataTable rules(Collection<SavedQuery> detections, Collection<Findings> found, Library library) {
        Map<String, Long> findings = new HashMap<>();
        found.forEach(one -> findings.merge(one.detection().name(), one.count(), Long::sum));
        return new DataTable(
                "Detections that ran",
                List.of(
                        Column.text("level"),
                        Column.text("detection"),
                        Column.text("title"),
                        Column.number("findings"),
                        Column.text("ATT&CK"),
                        Column.text("source")),
                detections.stream()
                        .map(one -> List.of(
                                one.detection()
                                        .map(matter -> matter.level())
                                        .orElse(Level.INFORMATIONAL)
                                        .toString(),
                                one.name(),
                                one.title(),
                                Numbers.whole(findings.getOrDefault(one.name(), 0L)),
                                String.join(" ", one.mitre()),
                                attribution(one).orElseGet(() -> source(one, library))))
                        .toList());
    }

    private static String source(SavedQuery detection, Library library) {
        return library.ownFile(detection.name()).isPresent() ? "saved query of your own" : "Trailwise, Apache-2.0";
    }

    /** Where a detection of others comes from. */
    static Optional<String> attribution(SavedQuery detection) {
        return detection.detection().flatMap(Detection::attribution).map(Attribution::toString);
    }
}
