package dev.trailwise.local.store;

import dev.trailwise.disk.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A segment that is being written. It is none until {@link #commit}, and nothing is left of it when closed before. */
public final class Draft implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("segment-([0-9]{6,18})-.*");

    private final Path folder;
    private final long id;
    private final String name;
    private final Path temporary;

    Draft(Path folder, long id, String suffix) {
        this.folder = folder;
        this.id = id;
        this.name = String.format(Locale.ROOT, "segment-%06d-%s", id, suffix);
        this.temporary = folder.resolve(name + ".parquet.tmp");
    }

    /** Its number, above those of all others. */
    public long id() {
        return id;
    }

    /** Where to write the Parquet file. */
    public Path parquet() {
        return temporary;
    }

    /** Makes it a segment of the store. */
    public Segment commit(String fingerprint, List<StoredFile> files, List<Repeat> repeats) throws IOException {
        PrivateFiles.file(temporary);
        sync(temporary);
        Manifest manifest = new Manifest(
                fingerprint,
                Files.size(temporary),
                Segment.modifiedNanos(temporary),
                Checksums.crc32c(temporary),
                files,
                repeats);
        Path parquet = folder.resolve(name + ".parquet");
        Path manifestFile = folder.resolve(name + ".manifest");
        Path unfinished = folder.resolve(name + ".manifest.tmp");
        Files.write(unfinished, manifest.bytes());
        PrivateFiles.file(unfinished);
        sync(unfinished);
        Files.move(temporary, parquet, StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinished, manifestFile, StandardCopyOption.ATOMIC_MOVE);
        return new Segment(id, parquet, manifestFile, manifest);
    }

    /** Has the file on the disk before it is named: later its size and time are taken for proof of its contents. */
    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
        Files.deleteIfExists(folder.resolve(name + ".manifest.tmp"));
    }

    /** The number in a file's name; 0 for another file. */
    static long idOf(Path file) {
        Matcher matcher = ID.matcher(file.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
