package dev.trailwise.share;

import dev.trailwise.aws.athena.NamedQueries;
import dev.trailwise.aws.athena.NamedQuery;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.InjectedAccounts;
import dev.trailwise.config.Settings;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.query.Library;
import dev.trailwise.query.NamedQueryStamp;
import dev.trailwise.query.NamedQueryText;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts saved queries into a workgroup; those that trailwise did not put there are left alone. */
public final class QueryPush {
    private final Workspace workspace;
    private final QueryChoice choice;

    public QueryPush(Workspace workspace, QueryChoice choice) {
        this.workspace = workspace;
        this.choice = choice;
    }

    /**
     * Pushes them.
     *
     * @param lines receives what becomes of each
     * @return whether all were pushed: none had been changed in Athena
     * @throws Failure when there are no queries, or one cannot be pushed
     */
    public boolean run(Consumer<String> lines) {
        Settings settings = workspace.settings();
        Library library = workspace.library();
        List<SavedQuery> chosen = chosen(library, settings);
        boolean held = false;
        try (AwsClients clients = workspace.aws(settings)) {
            Function<TableName, SortedSet<AccountId>> accounts =
                    settings.trail().bucket().isPresent()
                            ? new InjectedAccounts(clients, Pricing.trail(settings))::of
                            : table -> Collections.emptySortedSet();
            NamedQueries athena = new NamedQueries(clients, settings.athena().workgroup());
            Map<String, NamedQuery> ours = QueryChoice.shared(athena);
            for (SavedQuery query : chosen) {
                String text =
                        NamedQueryText.text(query, library.text(query.name()), workspace.athenaTables(), accounts);
                Push push = push(query, text, ours.get(query.topic() + "/" + query.name()));
                if (!choice.dryRun()) {
                    push.carryOut(athena, settings.table().database());
                }
                held |= push.state() == State.CHANGED;
                lines.accept(query.name() + "  " + push.state().text(choice.dryRun()));
            }
        }
        if (held) {
            workspace
                    .messages()
                    .warning(new Notice(
                            "queries that were changed in Athena were left as they are",
                            Remedy.command(CommandName.QUERIES_PULL, "takes the changes"),
                            Remedy.flag(FlagName.FORCE, "replaces them")));
        }
        return !held;
    }

    private List<SavedQuery> chosen(Library library, Settings settings) {
        choice.names().forEach(library::query); // a wrong name is told before anything is done
        List<SavedQuery> chosen = library.all().queries().stream()
                .filter(query -> choice.chooses()
                        ? choice.wants(query.topic(), query.name())
                        : library.ownFile(query.name()).isPresent())
                .toList();
        if (chosen.isEmpty()) {
            throw Failure.usage(
                    "there is nothing to push: " + settings.queries() + " has no queries of your own",
                    Remedy.command(
                            CommandName.QUERIES_PUSH,
                            FlagName.TOPIC,
                            "signin",
                            "pushes those of a topic that come with trailwise"));
        }
        return chosen;
    }

    private Push push(SavedQuery query, String text, @Nullable NamedQuery there) {
        NamedQueryStamp mark = NamedQueryStamp.of(query, text);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (!mark.isSafe() || query.name().length() > NamedQueries.MOST_NAME || bytes > NamedQueries.MOST_SQL_BYTES) {
            throw Failure.usage(
                    mark.path() + " cannot be pushed: its name must be of lower-case words with hyphens, and its"
                            + " text of at most " + NamedQueries.MOST_SQL_BYTES + " bytes; it has " + bytes);
        }
        String description = mark.description(query, NamedQueries.MOST_DESCRIPTION);
        return new Push(query.name(), description, text, there, state(description, text, there));
    }

    private State state(String description, String text, @Nullable NamedQuery there) {
        if (there == null) {
            return State.CREATED;
        }
        if (NamedQueryText.same(there.sql(), text)) {
            return there.description().equals(description) ? State.UNCHANGED : State.UPDATED;
        }
        boolean untouched = NamedQueryStamp.find(there.description())
                .filter(mark -> mark.isOf(there.sql()))
                .isPresent();
        return untouched || choice.force() ? State.UPDATED : State.CHANGED;
    }

    private enum State {
        CREATED("created", "would be created"),
        UPDATED("updated", "would be updated"),
        UNCHANGED("unchanged", "unchanged"),
        CHANGED("left as it is: changed in Athena", "would be left as it is: changed in Athena");

        private final String done;
        private final String planned;

        State(String done, String planned) {
            this.done = done;
            this.planned = planned;
        }

        String text(boolean dryRun) {
            return dryRun ? planned : done;
        }
    }

    private record Push(
            String name,
            String description,
            String text,
            @Nullable NamedQuery there,
            State state) {
        void carryOut(NamedQueries athena, String database) {
            if (there == null) {
                athena.create(name, description, database, text);
            } else if (state == State.UPDATED) {
                athena.update(there, description, text);
            }
        }
    }
}
