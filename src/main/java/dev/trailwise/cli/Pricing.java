package dev.trailwise.cli;

import dev.trailwise.aws.AwsClients;
import dev.trailwise.aws.S3PartitionSizes;
import dev.trailwise.aws.SizedTrail;
import dev.trailwise.config.Settings;
import dev.trailwise.cost.Estimator;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.cost.PartitionSizes;
import dev.trailwise.cost.PriceFile;
import dev.trailwise.cost.Prices;
import dev.trailwise.cost.Pruning;
import dev.trailwise.cost.Quote;
import dev.trailwise.cost.Scan;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.local.FolderSizes;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.Position;
import dev.trailwise.sql.Scans;
import dev.trailwise.sql.TableReference;
import dev.trailwise.sql.TableScan;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.trail.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what Athena would ask for a question. */
final class Pricing {
    private final Session session;
    private final EngineOptions engine;
    private final MoneyOptions money;

    Pricing(Session session, EngineOptions engine, MoneyOptions money) {
        this.session = session;
        this.engine = engine;
        this.money = money;
    }

    /** Prices a query: by the files of {@code --logs}, as if they lay in a bucket, else by those of the trail. */
    Quote quote(AthenaQuery query) {
        ParsedSql parsed = AthenaSql.parse(query.text());
        List<Scan> scans = parsed.kind() == ParsedSql.Kind.EXPLAIN ? List.of() : scans(query, parsed);
        Settings settings = session.settings();
        if (engine.logs != null) {
            PartitionSizes sizes = new FolderSizes(engine.logs, session.host().clock());
            return new Estimator(sizes, prices(settings, localRegion(settings))).quote(scans, parsed.mayStopEarly());
        }
        try (AwsClients clients = session.aws();
                ListingLine progress = new ListingLine(session)) {
            SizedTrail trail = new SizedTrail(
                    settings.trail().requiredBucket(),
                    settings.trail().layout(),
                    settings.trail().accounts(),
                    settings.trail().regions(),
                    settings.trail().since());
            PartitionSizes sizes = new S3PartitionSizes(
                    clients,
                    trail,
                    session.cacheFolder().resolve("sizes"),
                    session.host().clock(),
                    money.refresh,
                    progress);
            return new Estimator(sizes, prices(settings, clients.region())).quote(scans, parsed.mayStopEarly());
        }
    }

    private List<Scan> scans(AthenaQuery query, ParsedSql parsed) {
        PartitionRange range = PartitionRange.of(query.scope());
        List<TableScan> found =
                Scans.of(parsed, query.tables(), session.host().clock().instant());
        Map<Position, Long> reads =
                parsed.tables().stream().collect(Collectors.toMap(TableReference::position, parsed::reads, Math::max));
        List<Scan> scans = new ArrayList<>();
        for (TableScan scan : found) {
            long here = found.stream()
                    .filter(other -> other.position().equals(scan.position()))
                    .count();
            long times = Math.max(1, reads.getOrDefault(scan.position(), here) / here);
            TableDefinition table =
                    Optional.ofNullable(query.tables().get(scan.table())).orElseThrow();
            scans.add(new Scan(table.logicalName(), table.kind(), List.of(range), Pruning.of(scan), times));
        }
        return scans;
    }

    private Prices prices(Settings settings, Region region) {
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
