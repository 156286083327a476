package dev.trailwise.setup;

import dev.trailwise.aws.client.AwsRegions;
import dev.trailwise.aws.glue.GlueCatalog;
import dev.trailwise.table.GlueTable;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.Region;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What partitions a table is to have, where they are not those that were found.
 *
 * @param allRegions all Regions of this part of AWS
 * @param anyAccount any account, so that each query has to name its accounts
 */
public record Projection(boolean allRegions, boolean anyAccount) {
    /** Only the accounts and Regions that have logs. */
    private static final Projection FOUND = new Projection(false, false);

    /** The projection that an existing table was created with, or the default when there is no such table. */
    public static Projection of(GlueCatalog catalog, TableName name) {
        return catalog.find(name).map(there -> of(there.table())).orElse(FOUND);
    }

    private static Projection of(GlueTable table) {
        Set<Region> regions = Arrays.stream(property(table, "region.values").split(","))
                .flatMap(code -> Region.tryParse(code).stream())
                .collect(Collectors.toSet());
        boolean all = regions.stream()
                .findFirst()
                .filter(one -> regions.containsAll(AwsRegions.besides(one)))
                .isPresent();
        return new Projection(all, property(table, "account.type").equals("injected"));
    }

    private static String property(GlueTable table, String name) {
        return table.properties().getOrDefault("projection." + name, "");
    }
}
