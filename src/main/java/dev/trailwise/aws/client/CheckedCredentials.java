package dev.trailwise.aws.client;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** Credentials whose absence is reported as such, unlike other failures of a call. */
final class CheckedCredentials implements AwsCredentialsProvider {
    private final AwsCredentialsProvider provider;

    CheckedCredentials(AwsCredentialsProvider provider) {
        this.provider = provider;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (SdkException none) {
            throw new Failure(
                    ExitCode.ACCESS,
                    "no AWS credentials found\n" + firstSentence(none),
                    none,
                    Remedy.action("sign in, for example with 'aws sso login'"),
                    Remedy.flag(FlagName.PROFILE, "NAME", "uses a profile, as AWS_PROFILE does"));
        }
    }

    /** The SDK appends what each provider of its chain said; the first says most. */
    private static String firstSentence(SdkException exception) {
        String message = String.valueOf(exception.getMessage());
        int end = message.indexOf(": [");
        return end < 0 ? message : message.substring(0, end);
    }
}
