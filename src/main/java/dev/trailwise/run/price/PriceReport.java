package dev.trailwise.run.price;

import static dev.trailwise.engine.ResultColumn.decimal;
import static dev.trailwise.engine.ResultColumn.text;

import dev.trailwise.aws.prices.AwsPriceList;
import dev.trailwise.cost.PriceEntry;
import dev.trailwise.cost.PriceFile;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the prices that estimates use, and updates them from AWS's public list. */
public final class PriceReport {
    private static final List<ResultColumn> COLUMNS = List.of(
            text("item"),
            text("region"),
            decimal("usd"),
            text("unit"),
            new ResultColumn("date", ResultType.DATE),
            text("basis"),
            text("source"));

    private final Workspace workspace;
    private final PriceFile file;

    public PriceReport(Workspace workspace) {
        this.workspace = workspace;
        this.file = new PriceFile(workspace.cacheFolder());
    }

    /**
     * Reads the prices of some Regions from AWS's list and keeps them.
     *
     * @param regions none for that of the settings or the environment
     */
    public void refresh(List<Region> regions) {
        String address = workspace.host().variable("TRAILWISE_PRICE_LIST");
        AwsPriceList list = new AwsPriceList(address.isEmpty() ? AwsPriceList.PUBLIC : URI.create(address));
        List<PriceEntry> entries = (regions.isEmpty() ? List.of(usual()) : regions)
                .stream().map(list::scan).toList();
        try {
            file.add(entries);
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.USAGE,
                    "cannot write the prices to " + workspace.cacheFolder() + ": " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private Region usual() {
        return workspace
                .settings()
                .athena()
                .region()
                .or(() -> Optional.of(workspace.host().variable("AWS_REGION")).flatMap(Region::tryParse))
                .orElseThrow(() -> Failure.usage("no Region to read prices for: pass " + FlagName.REGION + ", or set "
                        + SettingName.ATHENA_REGION + " or AWS_REGION"));
    }

    /** Shows all prices, or those of some Regions. */
    public void show(List<Region> regions, OutputChoice output) {
        List<PriceEntry> entries = regions.isEmpty()
                ? file.read().entries()
                : regions.stream()
                        .flatMap(region -> file.read().entries(region).stream())
                        .toList();
        Destination.write(
                output,
                workspace,
                sink -> sink.all(COLUMNS, entries.stream().map(PriceReport::row).toList()));
    }

    private static @Nullable Object[] row(PriceEntry entry) {
        return new @Nullable Object[] {
            entry.item().title(),
            entry.region(),
            entry.price().amount(),
            entry.item().unit(),
            entry.date(),
            entry.published() ? "published" : "assumed",
            entry.source()
        };
    }
}
