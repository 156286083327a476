package dev.trailwise.cli.option;

import dev.trailwise.failure.Failure;
import dev.trailwise.follow.FollowRequest;
import dev.trailwise.follow.chain.Start;
import dev.trailwise.run.QueryRequest;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to follow, and how far. */
public final class FollowOptions {
    @Parameters(
            paramLabel = "CREDENTIAL",
            description = "An access key, an ARN, the name of a user or session, an IP address or an event id.")
    String credential = "";

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            defaultValue = "8",
            description = "Run at most this many queries, one a step. Default: 8.")
    int steps;

    @Option(
            names = "--max-credentials",
            paramLabel = "N",
            defaultValue = "500",
            description = "Follow at most this many credentials. Default: 500.")
    int credentials;

    @Option(
            names = "--siblings",
            description = "Also follow the other credentials that an ancestor made. Default: only count them.")
    boolean siblings;

    /** What these options mean, for steps with that scope, engine and output. */
    public FollowRequest request(QueryRequest query) {
        if (credential.isBlank()) {
            throw Failure.usage("no credential given: pass an access key, an ARN, a name, an address or an event id");
        }
        if (steps < 1 || credentials < 1) {
            throw Failure.usage("--max-steps and --max-credentials must be 1 or more");
        }
        return new FollowRequest(Start.of(credential.strip()), query, steps, credentials, siblings);
    }
}
