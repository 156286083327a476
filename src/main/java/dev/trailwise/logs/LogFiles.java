package dev.trailwise.logs;

import dev.trailwise.engine.FileProblem;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.logs.file.EntryText;
import dev.trailwise.logs.file.LogNames;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.trail.LogKey;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;

/**
 * Finds the files that may be CloudTrail logs.
 *
 * <p>In a folder those are the files, at any depth, whose name ends in {@code .json}, {@code .jsonl} or {@code .ndjson},
 * each also with {@code .gz} after it, or in {@code .gz} with no other suffix before it; archives; and files without a
 * suffix or with one of text when they begin like JSON. Files in formats that may well contain events but cannot be read
 * are problems. Files and folders whose name begins with {@code .} or {@code _} are skipped, as Athena skips them. A
 * file that is named itself is taken whatever its name, unless it cannot be read.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html">What Athena ignores</a>
 */
public final class LogFiles {
    private final List<LogFile> files = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private long skipped;

    /** The folders that the one being read is in, by what the file system knows them by: a link can lead back to one. */
    private final Set<Object> open = new HashSet<>();

    /** What the file system knows the files by that were found, where one may be found by several ways; else empty. */
    private final Optional<Set<Object>> known;

    private LogFiles(boolean manyWays) {
        known = manyWays ? Optional.of(new HashSet<>()) : Optional.empty();
    }

    /**
     * What was found.
     *
     * @param files in the order of their paths
     * @param problems folders and files that could not be looked at
     * @param skipped how many files have a name that no log has, without hidden ones
     */
    public record Found(List<LogFile> files, List<FileProblem> problems, long skipped) {
        public Found {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Finds the log files in a folder, or takes the one file. Symbolic links are followed.
     *
     * @throws Failure when there is nothing at that path
     */
    public static Found find(Path root) {
        return find(List.of(root));
    }

    /**
     * Finds the log files of all these, each file once.
     *
     * @throws Failure when there is nothing at one of the paths, or no match of a pattern
     */
    public static Found find(LogPaths logs) {
        return find(logs.expand());
    }

    private static Found find(List<Path> roots) {
        LogFiles found = new LogFiles(roots.size() > 1);
        roots.forEach(found::root);
        found.files.sort((one, other) -> one.path().compareTo(other.path()));
        return new Found(found.files, found.problems, found.skipped);
    }

    private void root(Path root) {
        Path start = root.toAbsolutePath().normalize();
        try {
            BasicFileAttributes attributes = Files.readAttributes(start, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                folder(start, attributes);
            } else if (!unsupported(start)) {
                add(start, attributes, LogKey.parse(slashed(start)));
            }
        } catch (NoSuchFileException nothing) {
            throw new Failure(ExitCode.USAGE, "there is no file or folder " + root, nothing);
        } catch (IOException e) {
            problem(start, e);
        }
    }

    private void folder(Path folder, BasicFileAttributes attributes) throws IOException {
        Object identity = identity(folder, attributes);
        if (open.contains(identity)) {
            problem(folder, "is a link to a folder that it is in");
            return;
        }
        List<Path> entries = entries(folder);
        Folder known = new Folder(folder);
        open.add(identity);
        for (Path entry : entries) {
            try {
                entry(entry, known);
            } catch (IOException e) {
                problem(entry, e);
            }
        }
        open.remove(identity);
    }

    private List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            listed.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            problem(folder, "cannot be listed to its end: " + e.getMessage()); // what was listed before is kept
        }
        Collections.sort(entries);
        return entries;
    }

    private void entry(Path path, Folder folder) throws IOException {
        Optional<BasicFileAttributes> attributes = attributes(path);
        if (attributes.isPresent() && attributes.get().isDirectory()) {
            if (!LogNames.isHidden(path.toString())) {
                folder(path, attributes.get());
            }
        } else if (LogNames.isHidden(path.toString()) || unsupported(path)) {
            return;
        } else if (!isLog(path, attributes)) {
            skipped++;
        } else if (attributes.isPresent() && attributes.get().isRegularFile()) {
            add(path, attributes.get(), folder.key(path));
        } else {
            problem(path, "neither a file nor a link to one");
        }
    }

    private boolean unsupported(Path path) {
        Optional<String> reason = LogNames.unsupported(path.toString());
        reason.ifPresent(why -> problem(path, why));
        return reason.isPresent();
    }

    private static boolean isLog(Path path, Optional<BasicFileAttributes> attributes) throws IOException {
        String name = path.toString();
        if (LogNames.isLog(name) || LogNames.isArchive(name)) {
            return true;
        }
        if (!LogNames.isText(name) || attributes.isEmpty() || !attributes.get().isRegularFile()) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            return EntryText.looksLikeJson(EntryText.of(bytes));
        } catch (EOFException | ZipException damaged) {
            return false;
        }
    }

    /** Nothing for a link that leads nowhere. */
    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException nowhere) {
            return Optional.empty();
        }
    }

    private static Object identity(Path path, BasicFileAttributes attributes) throws IOException {
        return attributes.fileKey() == null ? path.toRealPath() : attributes.fileKey();
    }

    private void add(Path path, BasicFileAttributes attributes, Optional<LogKey> key) throws IOException {
        if (known.isEmpty() || known.get().add(identity(path, attributes))) {
            files.add(new LogFile(
                    path, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), key));
        }
    }

    private void problem(Path path, IOException e) {
        problem(path, e instanceof AccessDeniedException ? "permission denied" : "cannot be read: " + e);
    }

    private void problem(Path path, String reason) {
        problems.add(new FileProblem(path.toString(), reason, -1, 0));
    }

    /** A path with forward slashes, as keys in S3 and manifests have them. */
    public static String slashed(Path path) {
        return File.separatorChar == '/' ? path.toString() : path.toString().replace(File.separatorChar, '/');
    }

    /** A folder, and what its path tells of all files in it; that is looked at when the first of them is found. */
    private static final class Folder {
        private final Path path;
        private boolean looked;
        private Optional<LogKey> shared = Optional.empty();

        Folder(Path path) {
            this.path = path;
        }

        Optional<LogKey> key(Path file) {
            if (!looked) {
                shared = LogKey.parse(slashed(path) + "/-");
                looked = true;
            }
            return shared.isPresent() ? shared : LogKey.parse(slashed(file));
        }
    }
}
