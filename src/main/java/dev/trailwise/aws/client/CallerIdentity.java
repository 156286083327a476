package dev.trailwise.aws.client;

import dev.trailwise.trail.AccountId;

/**
 * Whose credentials the clients have.
 *
 * @param account the account that they are of
 * @param arn the user or the role's session, for example {@code arn:aws:iam::111122223333:user/alice}
 */
public record CallerIdentity(AccountId account, String arn) {
    /**
     * Asks AWS, which takes no permission and costs nothing.
     *
     * @throws dev.trailwise.failure.Failure when there are no credentials, or AWS does not answer
     */
    public static CallerIdentity of(AwsClients clients) {
        return AwsCall.run("sts:GetCallerIdentity", "your account", () -> {
            var identity = clients.sts().getCallerIdentity();
            return new CallerIdentity(new AccountId(identity.account()), String.valueOf(identity.arn()));
        });
    }
}
