package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.InsightNotEnabledException;
import software.amazon.awssdk.services.cloudtrail.model.InsightSelector;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;

/** Reads how the trails of an account are set up, and whether they work; changes nothing. */
public final class TrailReader {
    private final AwsClients clients;
    private final TreeMap<Region, CloudTrailClient> regions = new TreeMap<>();

    /** A reader that calls with these clients. */
    public TrailReader(AwsClients clients) {
        this.clients = clients;
    }

    /** The answer of a call that may not be permitted. Credentials that AWS rejects are a failure of all. */
    static <T> ApiResult<T> answer(String action, String resource, Supplier<T> call) {
        try {
            return new ApiResult.Known<>(AwsCall.run(action, resource, call));
        } catch (Denied denied) {
            return new ApiResult.Unknown<>(action, denied);
        } catch (Failure failure) {
            if (failure.exitCode() == ExitCode.ACCESS || failure.exitCode() == ExitCode.INTERNAL) {
                throw failure;
            }
            return new ApiResult.Unknown<>(action, failure);
        }
    }

    /** The trails that the account sees from its Region: its own, all-Region ones of other Regions, its organization's. */
    public ApiResult<List<TrailConfiguration>> here() {
        Region region = clients.region();
        return answer(
                "cloudtrail:DescribeTrails",
                "your account",
                () -> configurations(
                        client(region)
                                .describeTrails(request -> request.includeShadowTrails(true))
                                .trailList(),
                        region));
    }

    /**
     * The trails of other Regions that record only their Region.
     *
     * @param known those that are known
     */
    public ApiResult<List<TrailConfiguration>> elsewhere(List<TrailConfiguration> known) {
        ApiResult<List<TrailInfo>> others = answer(
                "cloudtrail:ListTrails",
                "your account",
                () -> clients.cloudTrail().listTrailsPaginator(request -> {}).trails().stream()
                        .filter(trail ->
                                known.stream().noneMatch(other -> other.arn().equals(trail.trailARN())))
                        .toList());
        return others.fold(this::describe, unknown -> new ApiResult.Unknown<>(unknown.action(), unknown.failure()));
    }

    private ApiResult<List<TrailConfiguration>> describe(List<TrailInfo> trails) {
        return answer("cloudtrail:DescribeTrails", "your account", () -> {
            List<TrailConfiguration> described = new ArrayList<>();
            trails.stream()
                    .collect(Collectors.groupingBy(
                            trail -> Region.tryParse(trail.homeRegion()).orElse(clients.region()),
                            TreeMap::new,
                            Collectors.mapping(TrailInfo::trailARN, Collectors.toList())))
                    .forEach((region, arns) -> described.addAll(configurations(
                            client(region)
                                    .describeTrails(request -> request.trailNameList(arns))
                                    .trailList(),
                            region)));
            return described;
        });
    }

    /** What CloudTrail answers about a trail, called in its own Region. */
    public TrailState state(TrailConfiguration trail) {
        CloudTrailClient client = client(trail.home());
        return new TrailState(
                trail,
                answer(
                        "cloudtrail:GetTrailStatus",
                        trail.name(),
                        () -> status(client.getTrailStatus(request -> request.name(trail.arn())))),
                selectors(trail),
                answer("cloudtrail:GetInsightSelectors", trail.name(), () -> insights(client, trail.arn())));
    }

    /** Which events a trail records. */
    public ApiResult<List<EventSelector>> selectors(TrailConfiguration trail) {
        return answer(
                "cloudtrail:GetEventSelectors",
                trail.name(),
                () -> SelectorReader.read(
                        client(trail.home()).getEventSelectors(request -> request.trailName(trail.arn()))));
    }

    private CloudTrailClient client(Region region) {
        return region.equals(clients.region())
                ? clients.cloudTrail()
                : regions.computeIfAbsent(region, clients::cloudTrail);
    }

    private static SortedSet<String> insights(CloudTrailClient client, String arn) {
        try {
            return client.getInsightSelectors(request -> request.trailName(arn)).insightSelectors().stream()
                    .map(InsightSelector::insightTypeAsString)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (InsightNotEnabledException off) {
            return new TreeSet<>();
        }
    }

    private static TrailStatus status(GetTrailStatusResponse status) {
        return new TrailStatus(
                Boolean.TRUE.equals(status.isLogging()),
                Optional.ofNullable(status.stopLoggingTime()),
                Optional.ofNullable(status.latestDeliveryTime()),
                Objects.requireNonNullElse(status.latestDeliveryError(), ""),
                Objects.requireNonNullElse(status.latestDigestDeliveryError(), ""));
    }

    private static List<TrailConfiguration> configurations(List<Trail> trails, Region region) {
        return trails.stream()
                .filter(trail ->
                        trail.s3BucketName() != null && !trail.s3BucketName().isEmpty())
                .map(trail -> new TrailConfiguration(
                        trail.name(),
                        trail.trailARN(),
                        Optional.ofNullable(trail.homeRegion())
                                .flatMap(Region::tryParse)
                                .orElse(region),
                        Boolean.TRUE.equals(trail.isOrganizationTrail()),
                        Boolean.TRUE.equals(trail.isMultiRegionTrail()),
                        Boolean.TRUE.equals(trail.includeGlobalServiceEvents()),
                        Boolean.TRUE.equals(trail.logFileValidationEnabled()),
                        Optional.ofNullable(trail.kmsKeyId()).filter(key -> !key.isEmpty()),
                        trail.s3BucketName(),
                        Objects.requireNonNullElse(trail.s3KeyPrefix(), "")))
                .sorted(Comparator.comparing(TrailConfiguration::arn))
                .toList();
    }
}
