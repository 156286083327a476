package dev.trailwise.aws.trails;

import java.util.List;

/**
 * What S3 answers about a bucket.
 *
 * @param lifecycle its lifecycle rules that are on
 * @param policyPublic whether its policy makes it public
 * @param publicBlocked whether all public access to it is blocked by its own setting
 */
public record BucketState(
        ApiResult<List<LifecycleRule>> lifecycle, ApiResult<Boolean> policyPublic, ApiResult<Boolean> publicBlocked) {}
