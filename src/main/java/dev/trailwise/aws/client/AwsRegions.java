package dev.trailwise.aws.client;

import dev.trailwise.trail.Region;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.PartitionMetadata;

/** The Regions that AWS has, as this version's SDK knows them. */
public final class AwsRegions {
    private AwsRegions() {}

    /**
     * All Regions of the part of AWS (commercial, China, GovCloud, …) that the Region is in.
     *
     * @param member any Region of that part
     */
    public static SortedSet<Region> besides(Region member) {
        PartitionMetadata partition = partition(member.code());
        return software.amazon.awssdk.regions.Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> partition(region.id()).id().equals(partition.id()))
                .flatMap(region -> Region.tryParse(region.id()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PartitionMetadata partition(String region) {
        return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region));
    }
}
