package dev.trailwise.archive;

import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.aws.client.Parallel;
import dev.trailwise.aws.s3.ArchiveFolder;
import dev.trailwise.aws.s3.ObjectCopy;
import dev.trailwise.console.ProgressLine;
import dev.trailwise.cost.Bytes;
import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Copies objects into the archive, many at once. Each is there whole or not at all, however it ends. */
final class Downloads {
    private static final int AT_ONCE = 24;

    private final ObjectCopy copies;
    private final ArchiveFolder folder;
    private final ProgressLine progress;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Queue<String> left = new ConcurrentLinkedQueue<>();
    private final AtomicLong objects = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Downloads(ObjectCopy copies, ArchiveFolder folder, ProgressLine progress) {
        this.copies = copies;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Copies all of these.
     *
     * @throws Failure the first that ends it; what was copied until then stays
     */
    void run(List<ListedObject> wanted) {
        Bytes total = new Bytes(wanted.stream().mapToLong(ListedObject::size).sum());
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        List<Integer> workers =
                IntStream.range(0, Math.min(AT_ONCE, wanted.size())).boxed().toList();
        Parallel.map(workers, AT_ONCE, worker -> {
            try {
                for (int at = next.getAndIncrement();
                        at < wanted.size() && !failed.get();
                        at = next.getAndIncrement()) {
                    copy(wanted.get(at));
                    progress.copied(objects.get(), wanted.size(), new Bytes(bytes.get()), total);
                }
                return true;
            } catch (RuntimeException first) {
                failed.set(true);
                throw first;
            }
        });
    }

    private void copy(ListedObject object) {
        Optional<Path> file = folder.file(object.key());
        if (file.isEmpty() || !copies.copy(object, ready(file.get()))) {
            left.add(object.key());
            return;
        }
        objects.incrementAndGet();
        bytes.addAndGet(object.size());
    }

    /** The file, its folder made. */
    private Path ready(Path file) {
        Path parent = file.resolveSibling("");
        if (!folders.contains(parent)) {
            try {
                PrivateFiles.folder(parent);
            } catch (IOException unwritable) {
                throw new Failure(
                        ExitCode.NOT_WRITTEN, "cannot create " + parent + ": " + unwritable.getMessage(), unwritable);
            }
            folders.add(parent);
        }
        return file;
    }

    long objects() {
        return objects.get();
    }

    Bytes bytes() {
        return new Bytes(bytes.get());
    }

    /** Keys of objects that were not copied, because they are gone or no names for files. */
    List<String> left() {
        return List.copyOf(left);
    }
}
