package dev.trailwise.aws.lookup;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeRange;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventCategory;
import software.amazon.awssdk.services.cloudtrail.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** Asks for the pages of one Region, one after the other, at the pace that AWS allows. */
final class LookupPages {
    private static final int PAGE = 50;
    private static final int ATTEMPTS = 9;

    private final CloudTrailClient client;
    private final Region region;
    private final RateLimiter limiter;

    /** @param client one that does not try again by itself, for that would break the pace */
    LookupPages(CloudTrailClient client, Region region, RateLimiter limiter) {
        this.client = client;
        this.region = region;
        this.limiter = limiter;
    }

    /**
     * A page.
     *
     * @param events the newest first
     * @param next the token of the page after it; none after the last
     * @param expired whether the token was not taken, so that there is no page
     */
    record Page(List<FetchedEvent> events, Optional<String> next, boolean expired) {}

    /**
     * Fetches a page. Every page of a listing is asked for with the same values but for the token.
     *
     * @throws Failure when it is denied, stopped, or AWS stays unavailable
     */
    Page page(LogKind kind, Optional<LookupAttribute> attribute, TimeRange times, Optional<String> token) {
        LookupEventsRequest.Builder request = LookupEventsRequest.builder()
                .startTime(times.from())
                .endTime(times.to().minusSeconds(1)) // AWS takes both ends as included
                .maxResults(PAGE);
        attribute.ifPresent(request::lookupAttributes);
        token.ifPresent(request::nextToken);
        if (kind == LogKind.INSIGHTS) {
            request.eventCategory(EventCategory.INSIGHT);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Page page = call(request.build());
                limiter.faster();
                return page;
            } catch (Failure failed) {
                if (failed.exitCode() != ExitCode.UNAVAILABLE || attempt == ATTEMPTS) {
                    throw failed;
                }
                limiter.slower();
            }
        }
    }

    private Page call(LookupEventsRequest request) {
        return AwsCall.run("cloudtrail:LookupEvents", region.code(), () -> {
            try {
                return read(limiter.send(() -> client.lookupEvents(request)));
            } catch (InvalidNextTokenException expired) {
                if (request.nextToken() == null) {
                    throw expired;
                }
                return new Page(List.of(), Optional.empty(), true);
            }
        });
    }

    private static Page read(LookupEventsResponse response) {
        List<FetchedEvent> events = response.events().stream()
                .map(event -> new FetchedEvent(
                        event.eventTime().truncatedTo(ChronoUnit.SECONDS),
                        Objects.requireNonNull(event.cloudTrailEvent())))
                .toList();
        Optional<String> next = Optional.ofNullable(response.nextToken()).filter(token -> !token.isEmpty());
        return new Page(events, next, false);
    }
}
