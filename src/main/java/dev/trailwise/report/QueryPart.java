package dev.trailwise.report;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.report.page.Block;
import dev.trailwise.report.page.Section;
import dev.trailwise.run.Part;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query. */
final class QueryPart implements RunningPart {
    /** A table of more is read by a program, from a file of its own. */
    static final int MOST_ROWS = 1000;

    private final Workspace workspace;
    private final String title;
    private final String description;
    private final QueryRequest request;
    private final KeptRows rows = new KeptRows(MOST_ROWS);

    /** @param description what the rows mean; may be empty */
    QueryPart(Workspace workspace, String title, String description, SqlText sql, QueryRequest query) {
        this.workspace = workspace;
        this.title = title;
        this.description = description;
        this.request = query.part(sql, Part.collected(rows, false));
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

    @Override
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        if (!description.isEmpty()) {
            blocks.add(new Block.Prose(description));
        }
        blocks.add(new Block.Table(rows.table("Rows")));
        return new Section(title, blocks);
    }
}
