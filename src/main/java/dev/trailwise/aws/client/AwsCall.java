package dev.trailwise.aws.client;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call of AWS whose failure is reported in the user's terms. Failures are distinguished by their codes, never by their
 * texts. What a caller can do something about, it catches inside the call.
 */
public final class AwsCall {
    private static final Set<String> BAD_CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "InvalidToken",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "RequestExpired",
            "SignatureDoesNotMatch",
            "TokenRefreshRequired",
            "UnrecognizedClientException");

    private static final Set<String> BAD_CLOCK = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");

    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AllAccessDisabled",
            "AuthorizationError",
            "AuthFailure",
            "InsufficientDependencyServiceAccessPermissionException",
            "OperationNotPermittedException",
            "OptInRequired",
            "UnauthorizedAccess",
            "UnauthorizedOperation");

    /** Not errors of the request, whatever their HTTP status. */
    private static final Set<String> PASSING = Set.of(
            "ConcurrentModificationException",
            "InternalServiceException",
            "OperationTimeoutException",
            "ResourceNotReadyException",
            "ServiceUnavailable",
            "SlowDown");

    private AwsCall() {}

    /**
     * Calls. A reply that lacks what it should hold is the service's failure, not a bug: what is read of a reply is read
     * inside the call.
     *
     * @param action the IAM action that the call needs, such as {@code glue:GetTable}
     * @param resource what it is done to, as the user knows it
     * @throws Failure ACCESS when credentials or the permission are missing, UNAVAILABLE when the service stays
     *     unavailable after the SDK's retries, USAGE when it refuses the request
     */
    public static <T> T run(String action, String resource, Supplier<T> call) {
        try {
            return Objects.requireNonNull(call.get());
        } catch (AwsServiceException refused) {
            throw failure(action, resource, refused);
        } catch (SdkException unfinished) {
            throw failure(action, resource, unfinished);
        } catch (NullPointerException | IllegalArgumentException malformed) {
            throw new Failure(
                    ExitCode.UNAVAILABLE,
                    service(action) + " sent a reply without what " + action + " on " + resource + " should return",
                    malformed);
        }
    }

    private static Failure failure(String action, String resource, AwsServiceException refused) {
        String code = code(refused);
        int status = refused.statusCode();
        if (BAD_CREDENTIALS.contains(code)) {
            return new Failure(
                    ExitCode.ACCESS,
                    "AWS rejected the credentials (" + code + "): they are expired or wrong",
                    refused,
                    Remedy.action("sign in again"),
                    Remedy.flag(FlagName.PROFILE, "NAME", "uses another profile"));
        }
        if (BAD_CLOCK.contains(code)) {
            return new Failure(
                    ExitCode.ACCESS,
                    "AWS rejected the request because this machine's clock is wrong (" + code + "): set it",
                    refused);
        }
        if (DENIED.contains(code) || status == 401 || status == 403) {
            return new Denied(
                    "AWS does not allow " + action + " on " + resource + " (" + code + ")" + reason("\n", refused),
                    refused,
                    Remedy.permission(action, "is the permission to ask for"),
                    Remedy.command(CommandName.TABLE_POLICY, "prints all permissions that a task needs"));
        }
        if (refused.isThrottlingException() || status >= 500 || PASSING.contains(code)) {
            return new Failure(
                    ExitCode.UNAVAILABLE,
                    service(action) + " stayed unavailable for " + action + " on " + resource + " (" + code
                            + ") after retries: try again in a minute",
                    refused);
        }
        return new Failure(
                ExitCode.USAGE,
                service(action) + " refused " + action + " on " + resource + " (" + code + ")" + reason(": ", refused),
                refused);
    }

    /** AWS's own words, which can repeat what a request held. */
    private static String reason(String separator, AwsServiceException refused) {
        String words = refused.awsErrorDetails() == null
                ? null
                : refused.awsErrorDetails().errorMessage();
        return words == null || words.isBlank() ? "" : separator + words.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    private static Failure failure(String action, String resource, SdkException unfinished) {
        for (Throwable cause = unfinished; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure told) {
                return told;
            }
            if (cause instanceof IOException io) {
                return new Failure(
                        ExitCode.UNAVAILABLE,
                        service(action) + " could not be reached for " + action + " on " + resource + " ("
                                + reason(io)
                                + "): check the network, the Region and AWS_ENDPOINT_URL",
                        unfinished);
            }
        }
        if (unfinished instanceof SdkClientException) {
            return new Failure(
                    ExitCode.UNAVAILABLE,
                    service(action) + " gave no answer that can be understood to " + action + " on " + resource + ": "
                            + unfinished.getMessage(),
                    unfinished);
        }
        return new Failure(ExitCode.INTERNAL, String.valueOf(unfinished.getMessage()), unfinished);
    }

    private static String reason(IOException io) {
        if (io instanceof ConnectException) {
            return "connection refused";
        }
        if (io instanceof UnknownHostException) {
            return "unknown host";
        }
        return io instanceof SocketTimeoutException
                ? "timed out"
                : io.getClass().getSimpleName();
    }

    /** The error's code; the HTTP status when the response has no code, as for a HEAD request. */
    static String code(AwsServiceException refused) {
        String code = refused.awsErrorDetails() == null
                ? null
                : refused.awsErrorDetails().errorCode();
        return code == null || code.isEmpty() ? "HTTP " + refused.statusCode() : code;
    }

    private static String service(String action) {
        return switch (action.substring(0, action.indexOf(':'))) {
            case "s3" -> "Amazon S3";
            case "glue" -> "AWS Glue";
            case "cloudtrail" -> "AWS CloudTrail";
            case "athena" -> "Amazon Athena";
            default -> "AWS";
        };
    }
}
