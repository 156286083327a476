package dev.trailwise.logs.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The logs in a ZIP or tar archive as one text, each on a line of its own. A bad entry does not hide the next; it is
 * reported at the end.
 */
final class Archive implements Closeable {
    /** The files in an archive, one after another. */
    private interface Entries extends Closeable {
        /** The next file's name; nothing at the end. */
        Optional<String> next() throws IOException;

        /** Its bytes. */
        InputStream open() throws IOException;
    }

    private final Entries entries;
    private @Nullable InputStream text;
    private String name = "";
    private String firstProblem = "";
    private int problems;
    private boolean ended;

    private Archive(Entries entries) {
        this.entries = entries;
    }

    static Archive open(Path path, boolean zip) throws IOException {
        return new Archive(
                zip ? new Zip(new ZipFile(path.toFile())) : new Tar(EntryText.of(Files.newInputStream(path))));
    }

    /** Reads at least one byte of text into {@code to[offset, offset + length)}, or returns -1 at the end. */
    int read(byte[] to, int offset, int length) throws UnreadableInput {
        while (text != null || more()) {
            InputStream in = text;
            int count = -1;
            try {
                count = in == null ? -1 : in.read(to, offset, length);
            } catch (IOException e) {
                problem(String.valueOf(e.getMessage()));
            }
            if (count > 0) {
                return count;
            }
            text = null;
            to[offset] = '\n';
            return 1;
        }
        if (problems > 0) {
            throw new UnreadableInput(firstProblem + (problems > 1 ? "; " + (problems - 1) + " more entries" : ""));
        }
        return -1;
    }

    private boolean more() {
        try {
            return !ended && next();
        } catch (IOException e) {
            ended = true;
            problem("what follows cannot be read: " + e.getMessage());
            return false;
        }
    }

    /** Moves to the next log. */
    private boolean next() throws IOException {
        for (Optional<String> found = entries.next(); found.isPresent(); found = entries.next()) {
            name = found.get();
            try {
                if (!isHidden(name) && takes()) {
                    return true;
                }
            } catch (IOException e) {
                problem(String.valueOf(e.getMessage()));
            }
        }
        return false;
    }

    private boolean takes() throws IOException {
        if (LogNames.isArchive(name)) {
            problem("an archive inside an archive; unpack it first");
            return false;
        }
        Optional<String> unsupported = LogNames.unsupported(name);
        if (unsupported.isPresent()) {
            problem(unsupported.get());
            return false;
        }
        boolean log = LogNames.isLog(name);
        if (!log && !LogNames.isText(name)) {
            return false;
        }
        InputStream in = EntryText.of(entries.open());
        text = log || EntryText.looksLikeJson(in) ? in : null;
        return text != null;
    }

    private static boolean isHidden(String path) {
        for (String part : path.split("/")) {
            if (LogNames.isHidden(part) && !part.equals(".")) {
                return true;
            }
        }
        return false;
    }

    private void problem(String reason) {
        if (problems++ == 0) {
            firstProblem = (name.isEmpty() ? "" : "entry " + name + ": ") + reason;
        }
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }

    private static final class Zip implements Entries {
        private final ZipFile file;
        private final Enumeration<? extends ZipEntry> all;
        private @Nullable ZipEntry entry;

        Zip(ZipFile file) {
            this.file = file;
            this.all = file.entries();
        }

        @Override
        public Optional<String> next() {
            while (all.hasMoreElements()) {
                ZipEntry next = all.nextElement();
                if (!next.isDirectory()) {
                    entry = next;
                    return Optional.of(next.getName());
                }
            }
            return Optional.empty();
        }

        @Override
        public InputStream open() throws IOException {
            InputStream bytes = entry == null ? null : file.getInputStream(entry);
            if (bytes == null) {
                throw new IOException("not in the archive");
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class Tar implements Entries {
        private final TarStream tar;

        Tar(InputStream bytes) {
            tar = new TarStream(bytes);
        }

        @Override
        public Optional<String> next() throws IOException {
            return tar.next();
        }

        @Override
        public InputStream open() {
            return tar;
        }

        @Override
        public void close() throws IOException {
            tar.close();
        }
    }
}
