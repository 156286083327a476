package dev.trailwise.share;

import dev.trailwise.aws.athena.NamedQueries;
import dev.trailwise.aws.athena.NamedQuery;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.config.Settings;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.query.Library;
import dev.trailwise.query.NamedQueryStamp;
import dev.trailwise.query.NamedQueryText;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Takes the queries that trailwise put into a workgroup back, with what others changed in them. */
public final class QueryPull {
    private final Workspace workspace;
    private final QueryChoice choice;
    private final Consumer<String> lines;
    private boolean held;

    /** @param lines receives what becomes of each */
    public QueryPull(Workspace workspace, QueryChoice choice, Consumer<String> lines) {
        this.workspace = workspace;
        this.choice = choice;
        this.lines = lines;
    }

    /**
     * Writes them into the user's own folder of saved queries.
     *
     * @return whether nothing stood in the way
     * @throws Failure when a file cannot be written
     */
    public boolean run() {
        Settings settings = workspace.settings();
        String workgroup = settings.athena().workgroup();
        List<NamedQuery> shared;
        try (AwsClients clients = workspace.aws(settings)) {
            shared = List.copyOf(
                    QueryChoice.shared(new NamedQueries(clients, workgroup)).values());
        }
        Library library = workspace.library();
        boolean all = true;
        for (NamedQuery query : shared) {
            NamedQueryStamp mark = NamedQueryStamp.find(query.description()).orElseThrow();
            if (!mark.isSafe() || choice.wants(mark.topic(), mark.name())) {
                all &= pull(library, settings.queries(), mark, query);
            }
        }
        if (held) {
            workspace
                    .messages()
                    .warning(new Notice("files that differ were kept", Remedy.flag(FlagName.FORCE, "replaces them")));
        }
        if (shared.isEmpty()) {
            workspace.messages().info("workgroup " + workgroup + " has no queries that trailwise pushed");
        }
        return all;
    }

    /** Whether nothing stood in the way. */
    private boolean pull(Library library, Path folder, NamedQueryStamp mark, NamedQuery query) {
        if (!mark.isSafe()) {
            workspace
                    .messages()
                    .warning("refused: the name is no plain path of a query: " + Sanitizer.text(mark.path()));
            return false;
        }
        String text = NamedQueryText.original(query.sql()).strip() + "\n";
        List<String> problems = NamedQueryText.problems(mark.path(), mark.name(), mark.topic(), text);
        if (!problems.isEmpty()) {
            workspace.messages().warning("refused: " + Sanitizer.text(problems.get(0)));
            return false;
        }
        boolean known = library.names().contains(mark.name());
        if (known && NamedQueryText.same(library.text(mark.name()), text)) {
            return say(mark, "unchanged", true);
        }
        Path file = library.ownFile(mark.name()).orElse(folder.resolve(mark.path() + ".sql"));
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (there && !choice.force()) {
            held = true;
            return say(mark, "kept: " + file + " differs", false);
        }
        if (!choice.dryRun()) {
            write(file, text);
        }
        String done = there ? "updated" : "created";
        return say(mark, (choice.dryRun() ? "would be " : "") + done + " " + file, true);
    }

    private boolean say(NamedQueryStamp mark, String state, boolean fine) {
        lines.accept(mark.name() + "  " + state);
        return fine;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
