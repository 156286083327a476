package dev.trailwise.cli.command;

import dev.trailwise.aws.prices.AwsPriceList;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import dev.trailwise.cost.PriceEntry;
import dev.trailwise.cost.PriceFile;
import dev.trailwise.cost.PriceList;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the prices that estimates are reckoned by, and reads them anew. */
@Command(
        name = "prices",
        description = {
            "Show the prices that estimates use, with date and source.",
            "An assumed price is not from AWS's price list; --refresh reads the list."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise prices", "  trailwise prices --refresh --region eu-central-1"})
public final class PricesCommand implements Callable<Integer>, NeedsHost {
    private static final List<ResultColumn> COLUMNS = List.of(
            text("item"),
            text("region"),
            new ResultColumn("usd", ResultType.DECIMAL),
            text("unit"),
            new ResultColumn("date", ResultType.DATE),
            text("basis"),
            text("source"));

    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Option(names = "--refresh", description = "Read Athena's price from AWS's public list. Needs no AWS account.")
    private boolean refresh;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            description = "Only these Regions. --refresh takes that of athena.region or AWS_REGION by default.")
    private List<Region> regions = new ArrayList<>();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    PricesCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        PriceFile file = new PriceFile(workspace.cacheFolder());
        if (refresh) {
            refresh(workspace, file);
        }
        PriceList list = file.read();
        show(
                workspace,
                regions.isEmpty()
                        ? list.entries()
                        : regions.stream()
                                .flatMap(region -> list.entries(region).stream())
                                .toList());
        return ExitCode.ANSWERED.code();
    }

    private void refresh(Workspace workspace, PriceFile file) {
        String address = host.variable("TRAILWISE_PRICE_LIST");
        AwsPriceList list = new AwsPriceList(address.isEmpty() ? AwsPriceList.PUBLIC : URI.create(address));
        List<PriceEntry> entries = regions(workspace).stream().map(list::scan).toList();
        try {
            file.add(entries);
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the prices cannot be kept in " + workspace.cacheFolder() + ": " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private List<Region> regions(Workspace workspace) {
        if (!regions.isEmpty()) {
            return regions;
        }
        return workspace
                .settings()
                .athena()
                .region()
                .or(() -> Optional.of(host.variable("AWS_REGION")).flatMap(Region::tryParse))
                .map(List::of)
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE, "for which Region? Name it with --region, or set athena.region or AWS_REGION"));
    }

    private void show(Workspace workspace, List<PriceEntry> entries) {
        try (Destination destination = Destination.open(output.choice(), workspace)) {
            destination.sink().begin(COLUMNS);
            for (PriceEntry entry : entries) {
                destination.sink().row(new Object[] {
                    entry.item().title(),
                    entry.region(),
                    entry.price().amount(),
                    entry.item().unit(),
                    entry.date(),
                    entry.published() ? "published" : "assumed",
                    entry.source()
                });
            }
            destination.sink().finish();
            destination.commit();
        }
    }

    private static ResultColumn text(String name) {
        return new ResultColumn(name, ResultType.TEXT);
    }
}
