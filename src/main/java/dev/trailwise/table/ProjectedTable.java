package dev.trailwise.table;

import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as it is to be: the columns of a definition over the files of one trail, its partitions told by projection,
 * so that none has ever to be added.
 *
 * @param name what it is called
 * @param definition its columns
 * @param bucket the bucket of the trail
 * @param layout where its files are
 * @param accounts which accounts it has
 * @param regions which Regions it has, at least one
 * @param since the first day that it has
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html">Partition projection</a>
 */
public record ProjectedTable(
        TableName name,
        TableDefinition definition,
        String bucket,
        TrailLayout layout,
        AccountProjection accounts,
        SortedSet<Region> regions,
        LogDay since) {
    /** The table property that tells our tables from others'; its value is the definition's logical name. */
    public static final String MARKER = "trailwise.table";

    /**
     * The layout is turned to the definition's kind of files.
     *
     * @throws IllegalArgumentException when there is no Region, or the path cannot stand in a location template
     */
    public ProjectedTable {
        layout = layout.of(definition.folders());
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("a table needs a Region, for example us-east-1");
        }
        if (!bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]+") || !layout.root().matches("[^\\p{Cntrl}$]*")) {
            throw new IllegalArgumentException("a table cannot be laid over s3://" + bucket + "/" + layout.root()
                    + ": a path with $ or control characters cannot stand in a location template");
        }
    }

    /** The same table over other accounts or Regions. */
    public ProjectedTable over(AccountProjection newAccounts, SortedSet<Region> newRegions) {
        return new ProjectedTable(name, definition, bucket, layout, newAccounts, newRegions, since);
    }

    /** What Glue is to hold for it. */
    public GlueTable glue() {
        return new GlueTable(
                name,
                definition.kind().folder() + " logs in s3://" + bucket + "/" + layout.root()
                        + ", laid out by trailwise",
                definition.columns().stream().map(GlueColumn::of).toList(),
                definition.partitions().stream().map(GlueColumn::of).toList(),
                "s3://" + bucket + "/" + layout.root(),
                StorageFormat.CLOUDTRAIL,
                properties());
    }

    /** Whether a template that has this table creates its database, where nobody says otherwise: one of a trail's does. */
    boolean createsDatabase() {
        return definition.folders().equals(LogFolders.of(LogKind.EVENTS));
    }

    private SortedMap<String, String> properties() {
        SortedMap<String, String> properties = new TreeMap<>(accounts.properties());
        properties.put("EXTERNAL", "TRUE");
        properties.put("classification", "cloudtrail");
        properties.put(MARKER, definition.logicalName());
        properties.put("projection.enabled", "true");
        properties.put("projection.region.type", "enum");
        properties.put(
                "projection.region.values", regions.stream().map(Region::code).collect(Collectors.joining(",")));
        properties.put("projection.day.type", "date");
        properties.put("projection.day.format", "yyyy/MM/dd");
        properties.put("projection.day.range", since.partitionValue() + ",NOW");
        properties.put("projection.day.interval", "1");
        properties.put("projection.day.interval.unit", "DAYS");
        properties.put("storage.location.template", "s3://" + bucket + "/" + layout.template());
        return properties;
    }
}
