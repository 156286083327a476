package dev.trailwise.aws.lookup;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.trail.AccountId;

/** The account that the credentials are of: LookupEvents has its events, and no others. */
public final class CallerAccount {
    private CallerAccount() {}

    /**
     * Asks AWS, which takes no permission.
     *
     * @throws dev.trailwise.failure.Failure when there are no credentials, or AWS does not answer
     */
    public static AccountId of(AwsClients clients) {
        return AwsCall.run(
                "sts:GetCallerIdentity",
                "your account",
                () -> new AccountId(clients.sts().getCallerIdentity().account()));
    }
}
