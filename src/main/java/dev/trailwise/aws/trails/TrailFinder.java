package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.trail.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Asks CloudTrail which trails there are. */
public final class TrailFinder {
    private final AwsClients clients;

    /** A finder that asks with these clients. */
    public TrailFinder(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * The trails that the account sees from its Region: its own, and the shadows of trails of other Regions and of the
     * organization. Trails that deliver to no bucket are left out.
     *
     * @throws dev.trailwise.failure.Failure when CloudTrail does not answer
     */
    public List<FoundTrail> trails() {
        return AwsCall.run(
                        "cloudtrail:DescribeTrails",
                        "your account",
                        () -> clients.cloudTrail()
                                .describeTrails(request -> request.includeShadowTrails(true))
                                .trailList())
                .stream()
                .filter(trail ->
                        trail.s3BucketName() != null && !trail.s3BucketName().isEmpty())
                .map(TrailFinder::found)
                .sorted(Comparator.comparing(FoundTrail::organizationTrail)
                        .thenComparing(FoundTrail::multiRegion)
                        .reversed()
                        .thenComparing(FoundTrail::name))
                .toList();
    }

    private static FoundTrail found(Trail trail) {
        return new FoundTrail(
                Objects.requireNonNullElse(trail.name(), ""),
                Optional.ofNullable(trail.homeRegion()).flatMap(Region::tryParse),
                Boolean.TRUE.equals(trail.isOrganizationTrail()),
                Boolean.TRUE.equals(trail.isMultiRegionTrail()),
                trail.s3BucketName(),
                Objects.requireNonNullElse(trail.s3KeyPrefix(), ""));
    }
}
