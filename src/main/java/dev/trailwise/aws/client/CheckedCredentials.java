package dev.trailwise.aws.client;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** Credentials whose absence is told apart from every other failure of a call. */
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
                    "no AWS credentials found: sign in ('aws sso login'), or name a profile with --profile or"
                            + " AWS_PROFILE\n" + firstSentence(none),
                    none);
        }
    }

    /** The SDK appends what each provider of its chain said; the first says most. */
    private static String firstSentence(SdkException exception) {
        String message = String.valueOf(exception.getMessage());
        int end = message.indexOf(": [");
        return end < 0 ? message : message.substring(0, end);
    }
}
