package dev.trailwise.cli;

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
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.local.FolderSizes;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.trail.Region;

/** Tells what Athena would ask for a question. */
final class Pricing {
    private final Session session;
    private final boolean refresh;

    Pricing(Session session, MoneyOptions money) {
        this(session, money.refresh);
    }

    private Pricing(Session session, boolean refresh) {
        this.session = session;
        this.refresh = refresh;
    }

    /** The same, with days listed again whose sizes are known. */
    Pricing refreshed() {
        return new Pricing(session, true);
    }

    /** The trail that the settings name. */
    static SizedTrail trail(Settings settings) {
        return new SizedTrail(
                settings.trail().requiredBucket(),
                settings.trail().layout(),
                settings.trail().accounts(),
                settings.trail().regions(),
                settings.trail().since());
    }

    /** Prices a query by the files of {@code --logs}, as if they were in a bucket. */
    Quote quoteFolder(AthenaQuery query, LogPaths logs) {
        Settings settings = session.settings();
        PartitionSizes sizes = new FolderSizes(logs, session.host().clock());
        return quote(query, new Estimator(sizes, prices(settings, localRegion(settings))));
    }

    /** Prices a query by the files of the trail. */
    Quote quote(AthenaQuery query, AwsClients clients) {
        Settings settings = session.settings();
        session.progress().start();
        try {
            PartitionSizes sizes = new S3PartitionSizes(
                    clients,
                    trail(settings),
                    session.cacheFolder().resolve("sizes"),
                    session.host().clock(),
                    refresh,
                    session.progress());
            OtherTables.Sizes others =
                    new CatalogSizes(clients, settings.table().database());
            return quote(query, new Estimator(sizes, others, prices(settings, clients.region())));
        } finally {
            session.progress().stop();
        }
    }

    private Quote quote(AthenaQuery query, Estimator estimator) {
        return estimator.quote(query, session.host().clock().instant());
    }

    /** The prices of a Region, as the settings have them. */
    Prices prices(Settings settings, Region region) {
        Prices prices = new PriceFile(session.cacheFolder()).read().of(region);
        return settings.cost()
                .pricePerTb()
                .map(price -> prices.with(new ScanPrice(price, "cost.price_per_tb of your settings", false)))
                .orElse(prices);
    }

    private Region localRegion(Settings settings) {
        return settings.athena()
                .region()
                .or(() -> Region.tryParse(session.host().variable("AWS_REGION")))
                .orElse(Region.US_EAST_1);
    }
}
