package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.disk.AtomicFile;
import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Copies objects to files, each whole or not at all. The length must be the one that was listed, the MD5 the ETag where that
 * is one; S3's own checksum is verified by the SDK, unless its settings say otherwise. A file has the time of its object, by which it is known again.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">ETag of an object</a>
 */
public final class ObjectCopy {
    private static final int BUFFER = 1 << 16;

    private final AwsClients clients;
    private final String bucket;

    /** Copies of a bucket's objects. */
    public ObjectCopy(AwsClients clients, String bucket) {
        this.clients = clients;
        this.bucket = bucket;
    }

    /**
     * Copies one.
     *
     * @param file where to; its folder must be there. Not used by anyone else meanwhile
     * @return false when the object is not there any more
     * @throws Failure when it cannot be read, or the file cannot be written
     */
    public boolean copy(ListedObject object, Path file) {
        Path unfinished = file.resolveSibling(".part-" + file.getFileName());
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(bucket).key(object.key()).build();
        boolean there = AwsCall.run("s3:GetObject", "s3://" + bucket + "/" + object.key(), () -> {
            try {
                return clients.s3().getObject(request, (ResponseTransformer<GetObjectResponse, Boolean>)
                        (response, body) -> write(object, response, body, unfinished));
            } catch (NoSuchKeyException gone) {
                return false;
            }
        });
        if (there) {
            try {
                if (object.modifiedAt().isPresent()) {
                    Files.setLastModifiedTime(
                            unfinished, FileTime.from(object.modifiedAt().get()));
                }
                new AtomicFile(file, unfinished).commit();
            } catch (IOException unwritable) {
                throw unwritable(file, unwritable);
            }
        }
        return there;
    }

    private static boolean write(
            ListedObject object, GetObjectResponse response, AbortableInputStream body, Path file) {
        MessageDigest md5 = md5();
        long length = 0;
        try (OutputStream out = PrivateFiles.create(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
                out.write(buffer, 0, read);
                md5.update(buffer, 0, read);
                length += read;
            }
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
        if (length != object.size()) {
            throw RetryableException.create("the answer has " + length + " bytes, not " + object.size());
        }
        if (isMd5(response) && !response.eTag().contains(HexFormat.of().formatHex(md5.digest()))) {
            throw RetryableException.create("the bytes do not have the MD5 of the object");
        }
        return true;
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException cut) {
            throw RetryableException.create("the answer was cut off: " + cut.getMessage(), cut);
        }
    }

    /** Whether the ETag is the MD5 of the bytes: not of uploads in parts, nor of objects encrypted with SSE-KMS or SSE-C. */
    private static boolean isMd5(GetObjectResponse response) {
        String encryption =
                String.valueOf(response.serverSideEncryptionAsString()).toLowerCase(Locale.ROOT);
        return response.eTag() != null
                && response.eTag().matches("\"?[0-9a-f]{32}\"?")
                && !encryption.contains("kms")
                && response.sseCustomerAlgorithm() == null;
    }

    private static Failure unwritable(Path file, IOException cause) {
        return new Failure(ExitCode.NOT_WRITTEN, "cannot write " + file + ": " + cause.getMessage(), cause);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
