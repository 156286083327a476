package dev.trailwise.local.store;

import dev.trailwise.disk.AtomicFile;
import dev.trailwise.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A segment that is being written. Nothing of it remains when it is closed before {@link #commit}. */
public final class Draft implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("segment-([0-9]{6,18})-.*");

    private final long id;
    private final AtomicFile parquet;
    private final AtomicFile manifest;

    Draft(Path folder, long id, String suffix) {
        this.id = id;
        String name = String.format(Locale.ROOT, "segment-%06d-%s", id, suffix);
        this.parquet = file(folder.resolve(name + ".parquet"));
        this.manifest = file(folder.resolve(name + ".manifest"));
    }

    private static AtomicFile file(Path target) {
        return new AtomicFile(target, target.resolveSibling(target.getFileName() + ".tmp"));
    }

    /** Its number, above those of all others. */
    public long id() {
        return id;
    }

    /** Where to write the Parquet file. */
    public Path parquet() {
        return parquet.unfinished();
    }

    /** Makes it a segment of the store. */
    public Segment commit(String fingerprint, List<StoredFile> files, List<DuplicateIds> duplicates)
            throws IOException {
        Path written = parquet.unfinished();
        PrivateFiles.file(written);
        parquet.sync(); // later its size and time are taken for proof of its contents
        Manifest contents = new Manifest(
                fingerprint,
                Files.size(written),
                Segment.modifiedNanos(written),
                Checksums.crc32c(written),
                files,
                duplicates);
        Files.write(manifest.unfinished(), ManifestCodec.encode(contents));
        PrivateFiles.file(manifest.unfinished());
        manifest.sync();
        parquet.commit();
        manifest.commit();
        return new Segment(id, parquet.target(), manifest.target(), contents);
    }

    @Override
    public void close() throws IOException {
        parquet.close();
        manifest.close();
    }

    /** The number in a file's name; 0 for another file. */
    static long idOf(Path file) {
        Matcher matcher = ID.matcher(file.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
