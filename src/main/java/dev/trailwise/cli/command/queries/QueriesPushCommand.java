package dev.trailwise.cli.command.queries;

import dev.trailwise.aws.athena.NamedQueries;
import dev.trailwise.aws.athena.NamedQuery;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.InjectedAccounts;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.SharingOptions;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.Library;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.SharedMark;
import dev.trailwise.query.SharedQuery;
import dev.trailwise.run.Pricing;
import dev.trailwise.run.Workspace;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shares saved queries with those who use Athena's console. */
@Command(
        name = "push",
        description = {
            "Put saved queries into an Athena workgroup, as named queries of its console. They read yesterday and"
                    + " today there, with the example values of their parameters, until somebody changes that.",
            "Queries that trailwise did not push are left alone. Default: all of your own."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise queries push",
            "  trailwise queries push root-activity key-activity --dry-run",
            "  trailwise queries push --topic signin,keys"
        })
final class QueriesPushCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final SharingOptions sharing = new SharingOptions();

    QueriesPushCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
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
            Map<String, NamedQuery> ours = SharingOptions.ours(athena);
            for (SavedQuery query : chosen) {
                String text = SharedQuery.text(query, library.text(query.name()), workspace.athenaTables(), accounts);
                Push push = push(query, text, ours.get(query.topic() + "/" + query.name()));
                if (!sharing.dryRun) {
                    push.carryOut(athena, settings.table().database());
                }
                held |= push.state() == State.CHANGED;
                host.print(query.name() + "  " + push.state().words(sharing.dryRun) + "\n");
            }
        }
        if (held) {
            workspace
                    .messages()
                    .warning("queries that were changed in Athena were left as they are: 'trailwise queries pull' takes"
                            + " the changes, --force replaces them");
        }
        return held ? ExitCode.USAGE.code() : ExitCode.ANSWERED.code();
    }

    private List<SavedQuery> chosen(Library library, Settings settings) {
        sharing.names.forEach(library::query); // a wrong name is told before anything is done
        List<SavedQuery> chosen = library.all().queries().stream()
                .filter(query -> sharing.chooses()
                        ? sharing.wants(query.topic(), query.name())
                        : library.ownFile(query.name()).isPresent())
                .toList();
        if (chosen.isEmpty()) {
            throw Failure.usage("there is nothing to push: " + settings.queries() + " has no queries of your own"
                    + "\nname some that come with trailwise, or a topic: trailwise queries push --topic signin");
        }
        return chosen;
    }

    private Push push(SavedQuery query, String text, @Nullable NamedQuery there) {
        SharedMark mark = SharedMark.of(query, text);
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
        if (SharedQuery.same(there.sql(), text)) {
            return there.description().equals(description) ? State.UNCHANGED : State.UPDATED;
        }
        boolean untouched = SharedMark.find(there.description())
                .filter(mark -> mark.isOf(there.sql()))
                .isPresent();
        return untouched || sharing.force ? State.UPDATED : State.CHANGED;
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

        String words(boolean dryRun) {
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
