package dev.trailwise.aws.lookup;

import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time fetch events of an account and Region: so they share its pace and what it keeps. */
final class RegionLock implements AutoCloseable {
    private static final long RETRY_MILLIS = 100;

    private final FileChannel channel;
    private final boolean used;

    private RegionLock(FileChannel channel, boolean used) {
        this.channel = channel;
        this.used = used;
    }

    /**
     * Waits until no other process holds it.
     *
     * @param folder of the account and Region; made when it is missing
     * @param stop ends the wait
     * @throws Failure INTERRUPTED when it is stopped
     */
    static RegionLock acquire(Path folder, CountDownLatch stop) throws IOException {
        PrivateFiles.folder(folder);
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            PrivateFiles.file(file);
            boolean waited = false;
            while (lock(channel) == null) {
                waited = true;
                if (stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new Failure(ExitCode.INTERRUPTED, RateLimiter.STOPPED);
                }
            }
            long before =
                    channel.size() == 0 ? 0 : Files.getLastModifiedTime(file).toMillis();
            touch(channel);
            long now = Files.getLastModifiedTime(file).toMillis();
            return new RegionLock(
                    channel,
                    waited || Math.abs(now - before) < Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException interrupted) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.INTERRUPTED, RateLimiter.STOPPED, interrupted);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private static void touch(FileChannel channel) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
    }

    /** Whether it was released less than two seconds ago. */
    boolean used() {
        return used;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            touch(channel);
        }
    }
}
