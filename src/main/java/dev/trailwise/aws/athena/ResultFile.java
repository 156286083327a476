package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A result file in S3, read from its first byte to its last; where the connection is cut, the rest is asked for. */
final class ResultFile extends InputStream {
    private static final int MOST_CUTS = 5;
    private static final int PRECONDITION_FAILED = 412;

    private final AwsClients clients;
    private final String place;
    private final BiConsumer<Bytes, Bytes> progress;
    private ResponseInputStream<GetObjectResponse> body;
    private final long length;
    private final String tag;
    private long done;
    private int cuts;

    private ResultFile(
            AwsClients clients,
            String place,
            ResponseInputStream<GetObjectResponse> body,
            BiConsumer<Bytes, Bytes> progress) {
        this.clients = clients;
        this.progress = progress;
        this.place = place;
        this.body = body;
        this.length = body.response().contentLength();
        this.tag = body.response().eTag();
    }

    /**
     * Begins to read.
     *
     * @param place its {@code s3://} address
     * @param progress receives the bytes read of all
     * @return none when it may not be read
     * @throws Failure when it is not there any more
     */
    static Optional<ResultFile> open(AwsClients clients, String place, BiConsumer<Bytes, Bytes> progress) {
        try {
            return Optional.of(new ResultFile(clients, place, get(clients, request(place), place), progress));
        } catch (Denied denied) {
            return Optional.empty();
        }
    }

    private static GetObjectRequest request(String place) {
        int slash = place.indexOf('/', "s3://".length());
        return GetObjectRequest.builder()
                .bucket(place.substring("s3://".length(), slash))
                .key(place.substring(slash + 1))
                .build();
    }

    private static ResponseInputStream<GetObjectResponse> get(
            AwsClients clients, GetObjectRequest request, String place) {
        return AwsCall.run("s3:GetObject", place, () -> {
            try {
                return clients.s3().getObject(request);
            } catch (NoSuchKeyException | NoSuchBucketException gone) {
                throw gone(place, gone);
            } catch (S3Exception changed) {
                throw changed.statusCode() == PRECONDITION_FAILED ? gone(place, changed) : changed;
            }
        });
    }

    /** The query was answered and billed, but its result is not there. */
    static Failure gone(String place, Throwable cause) {
        return new Failure(
                ExitCode.QUERY_FAILED,
                "the query was answered, but its result was deleted or replaced before it could be read: " + place
                        + "\nLook for what cleans that folder, for example a lifecycle rule, and run the query again",
                cause);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        while (true) {
            try {
                int got = body.read(bytes, offset, count);
                if (got >= 0) {
                    done += got;
                    progress.accept(new Bytes(done), new Bytes(length));
                    cuts = got > 0 ? 0 : cuts;
                    return got;
                }
                if (done >= length) {
                    return -1;
                }
                resume(new IOException("the connection was closed after " + done + " of " + length + " bytes"));
            } catch (IOException cut) {
                resume(cut);
            }
        }
    }

    private void resume(IOException cut) throws IOException {
        cuts++;
        if (cuts > MOST_CUTS) {
            throw cut;
        }
        body.abort();
        GetObjectRequest rest = request(place).toBuilder()
                .range("bytes=" + done + "-")
                .ifMatch(tag)
                .build();
        body = get(clients, rest, place);
    }

    /** Gives the connection up: what is not read by now is not wanted. */
    @Override
    public void close() {
        body.abort();
    }
}
