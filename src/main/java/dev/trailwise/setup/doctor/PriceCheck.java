package dev.trailwise.setup.doctor;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Workspace;

/** The price of a scan, which every estimate uses. */
final class PriceCheck {
    private static final Bytes TERABYTE = new Bytes(1_000_000_000_000L);

    private final Workspace workspace;

    PriceCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    CheckResult price() {
        Region region = workspace.clients().region();
        ScanPrice scan = new Pricing(workspace, false)
                .prices(workspace.settings(), region)
                .scan();
        String found = scan.of(TERABYTE) + " per TB scanned in " + region + " (" + Sanitizer.text(scan.source()) + ")";
        return scan.assumed()
                ? CheckResult.warning(
                        found + ": assumed",
                        Remedy.command(CommandName.PRICES, FlagName.REFRESH, "reads AWS's price list"))
                : CheckResult.ok(found);
    }
}
