package dev.trailwise.run;

import dev.trailwise.failure.Notice;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.scan.Lint;
import dev.trailwise.sql.scan.Lints;
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
    public void of(CompiledQuery query, boolean billed) {
        List<Lint> lints =
                billed ? Lints.of(query, workspace.host().clock().instant()) : Lints.of(AthenaSql.parse(query.text()));
        lints.forEach(lint -> show(query.author().name(), lint));
    }

    /** Of a saved query, with example values for its parameters. */
    public void of(SavedQuery query) {
        query.lints().forEach(lint -> show(query.sql().name(), lint));
    }

    private void show(String file, Lint lint) {
        workspace
                .messages()
                .info(new Notice(file + ":" + lint.position() + ": hint: " + lint.message(), lint.remedies()));
    }
}
