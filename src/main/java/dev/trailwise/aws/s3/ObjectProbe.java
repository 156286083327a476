package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;

/** Tries whether an object may be read, by its first byte: that takes the permission on the object and on its key. */
public final class ObjectProbe {
    private ObjectProbe() {}

    /**
     * Reads the first byte.
     *
     * @throws Failure when the object may not or cannot be read
     */
    public static void read(AwsClients clients, String bucket, String key) {
        AwsCall.run("s3:GetObject", "s3://" + bucket + "/" + key, () -> {
            try {
                return clients.s3()
                        .getObjectAsBytes(
                                request -> request.bucket(bucket).key(key).range("bytes=0-0"));
            } catch (InvalidObjectStateException archived) {
                throw new Failure(
                        ExitCode.PARTIAL,
                        "s3://" + bucket + "/" + key + " is in S3 Glacier, where Athena does not read it",
                        archived);
            }
        });
    }
}
