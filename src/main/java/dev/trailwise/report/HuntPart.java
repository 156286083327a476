package dev.trailwise.report;

import dev.trailwise.chart.Numbers;
import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.hunt.Findings;
import dev.trailwise.hunt.HuntRequest;
import dev.trailwise.hunt.PreparedHunt;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.report.page.Block;
import dev.trailwise.report.page.DataTable;
import dev.trailwise.report.page.Section;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** What detections find. */
final class HuntPart implements RunningPart {
    private final Workspace workspace;
    private final String title;
    private final PreparedHunt hunt;
    private final List<QueryRequest> requests;

    HuntPart(Workspace workspace, String title, HuntRequest request) {
        this.workspace = workspace;
        this.title = title;
        this.hunt = new PreparedHunt(workspace, request);
        this.requests = hunt.requests();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<QueryRequest> requests() {
        return requests;
    }

    @Override
    public ExitCode run(List<QueryRequest> placed, List<Estimate> estimates) {
        ExitCode exit = ExitCode.SUCCESS;
        for (QueryRequest request : placed) {
            exit = RunningPart.worse(exit, QueryRunner.answer(workspace, request));
        }
        return hunt.finish(exit);
    }

    List<Findings> found() {
        return hunt.found();
    }

    List<SavedQuery> detections() {
        return hunt.detections();
    }

    @Override
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        long findings = found().stream().mapToLong(Findings::count).sum();
        blocks.add(new Block.Prose(Numbers.whole(findings) + (findings == 1 ? " finding" : " findings") + " of "
                + found().size() + " of " + detections().size() + " detections."));
        if (!found().isEmpty()) {
            blocks.add(new Block.Table(FindingTables.detections(found())));
        }
        List<Section> sections = found().stream().map(HuntPart::section).toList();
        return new Section(title, blocks, sections);
    }

    private static Section section(Findings found) {
        SavedQuery detection = found.detection();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose(detection.title()));
        if (!detection.description().isEmpty()) {
            blocks.add(new Block.Prose(detection.description()));
        }
        detection
                .detection()
                .filter(matter -> !matter.falsePositives().isEmpty())
                .ifPresent(matter -> blocks.add(new Block.Prose("False positives: " + matter.falsePositives())));
        FindingTables.attribution(detection).ifPresent(text -> blocks.add(new Block.Prose(text + ".")));
        DataTable rows = FindingTables.rows(found);
        blocks.add(new Block.Table(rows));
        return new Section(found.level() + ": " + detection.name(), blocks);
    }
}
