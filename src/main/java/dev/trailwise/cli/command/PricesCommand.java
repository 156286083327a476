package dev.trailwise.cli.command;

import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.price.PriceReport;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the prices that estimates use, and updates them. */
@Command(
        name = "prices",
        description = {
            "Show the prices that estimates use, with date and source.",
            "An assumed price is not from AWS's price list; --refresh reads the list."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise prices", "  trailwise prices --refresh --region eu-central-1"})
public final class PricesCommand extends HostCommand {
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

    @Override
    protected ExitCode run(Workspace workspace) {
        PriceReport prices = new PriceReport(workspace);
        if (refresh) {
            prices.refresh(regions);
        }
        prices.show(regions, output.choice());
        return ExitCode.SUCCESS;
    }
}
