package dev.trailwise.run;

import dev.trailwise.failure.Notice;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.scan.Finding;
import dev.trailwise.sql.scan.Findings;
import dev.trailwise.workspace.Workspace;
import java.util.List;

/** Says on stderr what a query does that its author may not mean. Nothing under {@code --quiet}. */
public final class Hints {
    private final Workspace workspace;

    public Hints(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Of a question that is about to be asked.
     *
     * @param billed whether what it reads is paid for, or asked after
     */
    public void of(AthenaQuery query, boolean billed) {
        List<Finding> findings = billed
                ? Findings.of(query, workspace.host().clock().instant())
                : Findings.of(AthenaSql.parse(query.text()));
        findings.forEach(finding -> show(query.author().name(), finding));
    }

    /** Of a saved query, with example values for its parameters. */
    public void of(SavedQuery query) {
        query.findings().forEach(finding -> show(query.sql().name(), finding));
    }

    private void show(String file, Finding finding) {
        workspace
                .messages()
                .info(new Notice(file + ":" + finding.position() + ": hint: " + finding.message(), finding.remedies()));
    }
}
