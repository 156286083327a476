package dev.trailwise.run.price;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.glue.CatalogSizes;
import dev.trailwise.aws.s3.S3PartitionSizes;
import dev.trailwise.aws.s3.SizedTrail;
import dev.trailwise.config.Settings;
import dev.trailwise.cost.Estimator;
import dev.trailwise.cost.OtherTables;
import dev.trailwise.cost.PartitionSizes;
import dev.trailwise.cost.PriceFile;
import dev.trailwise.cost.Prices;
import dev.trailwise.cost.Quote;
import dev.trailwise.cost.RequestPrice;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.failure.SettingName;
import dev.trailwise.local.FolderSizes;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Workspace;

/** Prices a query as Athena would bill it. */
public final class Pricing {
    private final Workspace workspace;
    private final boolean refresh;

    public Pricing(Workspace workspace, SpendingLimits money) {
        this(workspace, money.refresh());
    }

    public Pricing(Workspace workspace, boolean refresh) {
        this.workspace = workspace;
        this.refresh = refresh;
    }

    /** The same, with days listed again whose sizes are known. */
    public Pricing refreshed() {
        return new Pricing(workspace, true);
    }

    /** The trail that the settings name. */
    public static SizedTrail trail(Settings settings) {
        return new SizedTrail(
                settings.trail().requiredBucket(),
                settings.trail().layout(),
                settings.trail().accountFolders(),
                settings.trail().accounts(),
                settings.trail().regions(),
                settings.trail().since());
    }

    /** Prices a query by the files of {@code --logs}, as if they were in a bucket. */
    public Quote quoteFolder(CompiledQuery query, LogPaths logs) {
        Settings settings = workspace.settings();
        PartitionSizes sizes = new FolderSizes(logs, workspace.host().clock());
        return quote(query, new Estimator(sizes, prices(settings, localRegion(settings))));
    }

    /** Prices a query by the files of the trail. */
    public Quote quote(CompiledQuery query, AwsClients clients) {
        Settings settings = workspace.settings();
        workspace.progress().start();
        try {
            PartitionSizes sizes = new S3PartitionSizes(
                    clients,
                    trail(settings),
                    workspace.cacheFolder().resolve("sizes"),
                    workspace.host().clock(),
                    refresh,
                    workspace.progress());
            OtherTables.Sizes others =
                    new CatalogSizes(clients, settings.table().database());
            return quote(query, new Estimator(sizes, others, prices(settings, clients.region())));
        } finally {
            workspace.progress().stop();
        }
    }

    private Quote quote(CompiledQuery query, Estimator estimator) {
        return estimator.quote(query, workspace.host().clock().instant());
    }

    /** The prices of a Region, as the settings have them. */
    public Prices prices(Settings settings, Region region) {
        Prices prices = new PriceFile(workspace.cacheFolder()).read().of(region);
        return settings.cost()
                .pricePerTb()
                .map(price ->
                        prices.with(new ScanPrice(price, SettingName.COST_PRICE_PER_TB + " of your settings", false)))
                .orElse(prices);
    }

    /** The prices of S3 requests where the program works. */
    public RequestPrice requests(AwsClients clients) {
        Settings settings = workspace.settings();
        return prices(settings, settings.athena().region().isPresent() ? clients.region() : localRegion(settings))
                .requests();
    }

    private Region localRegion(Settings settings) {
        return settings.athena()
                .region()
                .or(() -> Region.tryParse(workspace.host().variable("AWS_REGION")))
                .orElse(Region.US_EAST_1);
    }
}
