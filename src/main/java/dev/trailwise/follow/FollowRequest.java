package dev.trailwise.follow;

import dev.trailwise.follow.chain.Start;
import dev.trailwise.run.QueryRequest;

/**
 * What to follow.
 *
 * @param query the scope, engine, budget and output of its steps
 * @param mostSteps how many statements at most
 * @param mostCredentials how many credentials at most
 * @param siblings whether what an ancestor made is followed too
 */
public record FollowRequest(Start start, QueryRequest query, int mostSteps, int mostCredentials, boolean siblings) {}
