package dev.trailwise.aws.trails;

import java.util.List;
import java.util.SortedSet;

/**
 * What CloudTrail answers about a trail.
 *
 * @param trail how it is set up
 * @param status whether it works
 * @param selectors which events it records
 * @param insights the types of Insights that it has on, for example {@code ApiCallRateInsight}
 */
public record TrailState(
        TrailConfiguration trail,
        ApiResult<TrailStatus> status,
        ApiResult<List<EventSelector>> selectors,
        ApiResult<SortedSet<String>> insights) {}
