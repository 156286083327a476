package dev.trailwise.report;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.hunt.Findings;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.report.page.Block;
import dev.trailwise.report.page.Page;
import dev.trailwise.report.page.Section;
import dev.trailwise.workspace.Workspace;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what the parts of a report show on a page. */
final class ReportPage {
    private final Workspace workspace;
    private final ReportRequest request;
    private final List<RunningPart> parts;
    private final List<PartAnswers> answers;

    ReportPage(Workspace workspace, ReportRequest request, List<RunningPart> parts, List<PartAnswers> answers) {
        this.workspace = workspace;
        this.request = request;
        this.parts = parts;
        this.answers = answers;
    }

    /**
     * The page.
     *
     * @param exit the exit code of the least complete part
     * @param failures the parts that failed
     */
    Page of(ExitCode exit, Map<RunningPart, Failure> failures) {
        List<Findings> found = found(failures);
        overview(failures).ifPresent(overview -> overview.mark(found));
        List<Section> sections = new ArrayList<>();
        for (RunningPart part : parts) {
            Optional<Failure> failed = Optional.ofNullable(failures.get(part));
            sections.add(failed.map(failure -> failed(part, failure)).orElseGet(part::section));
        }
        List<SavedQuery> detections = hunts(failures)
                .flatMap(hunt -> hunt.detections().stream())
                .distinct()
                .toList();
        if (!detections.isEmpty()) {
            sections.add(new Section(
                    "ATT&CK coverage", List.of(new Block.Table(FindingTables.techniques(detections, found)))));
            sections.add(new Section(
                    "Detections that ran",
                    List.of(new Block.Table(FindingTables.rules(detections, found, workspace.library())))));
        }
        sections.add(queries());
        List<Block> top = new ArrayList<>();
        warning(exit, failures).ifPresent(top::add);
        top.addAll(new Summary(workspace, request, answers, found, detections)
                .blocks(overview(failures).map(OverviewPart::overview)));
        return new Page(request.report().title(), top, sections, foot());
    }

    /** The findings of all hunts, those of a detection that is in several of them once; the most severe first. */
    private List<Findings> found(Map<RunningPart, Failure> failures) {
        Map<String, Findings> found = new LinkedHashMap<>();
        hunts(failures)
                .flatMap(hunt -> hunt.found().stream())
                .forEach(one -> found.putIfAbsent(one.detection().name(), one));
        return found.values().stream()
                .sorted(Comparator.comparing(Findings::level).reversed())
                .toList();
    }

    private Stream<HuntPart> hunts(Map<RunningPart, Failure> failures) {
        return parts.stream()
                .filter(part -> !failures.containsKey(part))
                .flatMap(part -> part instanceof HuntPart hunt ? Stream.of(hunt) : Stream.empty());
    }

    private Optional<OverviewPart> overview(Map<RunningPart, Failure> failures) {
        return parts.stream()
                .filter(part -> !failures.containsKey(part))
                .flatMap(part -> part instanceof OverviewPart overview ? Stream.of(overview) : Stream.empty())
                .findFirst();
    }

    private Section failed(RunningPart part, Failure failure) {
        return new Section(
                part.title(),
                List.of(new Block.Alert(
                        "This part failed", List.of(workspace.messages().text(failure.notice())))));
    }

    /** What a reader must know first: what is missing, and all that stderr warned of. */
    private Optional<Block> warning(ExitCode exit, Map<RunningPart, Failure> failures) {
        List<String> warnings = workspace.messages().warnings();
        if (!failures.isEmpty()) {
            return Optional.of(new Block.Alert(
                    "This report is incomplete: " + failures.size() + " of " + parts.size() + " parts failed",
                    warnings));
        }
        if (exit != ExitCode.SUCCESS) {
            return Optional.of(new Block.Alert("This report is incomplete: events may be missing", warnings));
        }
        return warnings.isEmpty() ? Optional.empty() : Optional.of(new Block.Alert("Warnings", warnings));
    }

    private Section queries() {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            sections.add(answers.get(i).section(parts.get(i).title()));
        }
        return new Section("Queries, prices and coverage", List.of(), sections);
    }

    private String foot() {
        return "Created " + workspace.host().clock().instant().truncatedTo(ChronoUnit.SECONDS) + " by "
                + request.program() + ": " + request.query().commandLine() + ". All times are UTC.";
    }
}
