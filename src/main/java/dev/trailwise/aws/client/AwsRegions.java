package dev.trailwise.aws.client;

import dev.trailwise.trail.Region;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.PartitionMetadata;

/** The Regions that AWS has, as this version's SDK knows them. */
public final class AwsRegions {
    /** Those that every account of the commercial partition has; the others of it have to be enabled. */
    private static final Set<String> DEFAULT = Set.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1");

    private AwsRegions() {}

    /** Whether an account has a Region only when its owner enables it. */
    public static boolean isOptIn(Region region) {
        return partition(region.code()).id().equals("aws") && !DEFAULT.contains(region.code());
    }

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
