package dev.trailwise.cli;

import dev.trailwise.aws.AwsClients;
import dev.trailwise.aws.GlueCatalog;
import dev.trailwise.config.Settings;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.table.ProjectedTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how the table is. */
@Command(
        name = "show",
        description =
                "Show the table that is there against what it should be, with accounts and Regions that joined since.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise table show", "  trailwise table show --format json"})
final class TableShowCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final TableOptions options = new TableOptions();

    @Mixin
    private final ProjectionOptions projection = new ProjectionOptions();

    @Mixin
    private final TableReport report = new TableReport();

    TableShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Session session = new Session(host, general);
        Settings settings = session.settings(options.overrides());
        try (AwsClients clients = session.aws(settings)) {
            WantedTable wanted = new WantedTable(session, settings, clients, options.kind.definition());
            ProjectedTable table = wanted.fromBucket(projection);
            host.print(report.state(new GlueCatalog(clients).plan(table)));
        }
        return ExitCode.ANSWERED.code();
    }
}
