package dev.trailwise.local.read;

import dev.trailwise.engine.FileProblem;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.LogKey;
import java.io.File;
import java.io.IOException;
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

/**
 * Finds the files that may be CloudTrail logs.
 *
 * <p>In a folder those are the files, at any depth, whose name ends in {@code .json}, {@code .jsonl} or {@code .ndjson},
 * each also with {@code .gz} after it, or in {@code .gz} with no other suffix before it. Files and folders whose name
 * begins with {@code .} or {@code _} are skipped, as Athena skips them. A file that is named itself is always taken.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html">What Athena ignores</a>
 */
public final class LogFiles {
    private static final List<String> SUFFIXES = List.of(".json", ".jsonl", ".ndjson");

    private final List<LogFile> files = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private long skipped;

    /** The folders that the one being read is in, by what the file system knows them by: a link can lead back to one. */
    private final Set<Object> open = new HashSet<>();

    private LogFiles() {}

    /**
     * What was found.
     *
     * @param files in the order of their paths
     * @param problems folders and files that could not be looked at
     * @param skipped how many files have a name that no log has
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
        LogFiles found = new LogFiles();
        Path start = root.toAbsolutePath().normalize();
        try {
            BasicFileAttributes attributes = Files.readAttributes(start, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                found.folder(start, attributes);
            } else {
                found.files.add(file(start, attributes, LogKey.parse(slashed(start))));
            }
        } catch (NoSuchFileException nothing) {
            throw new Failure(ExitCode.USAGE, "there is no file or folder " + root, nothing);
        } catch (IOException e) {
            found.problem(start, e);
        }
        found.files.sort((one, other) -> one.path().compareTo(other.path()));
        return new Found(found.files, found.problems, found.skipped);
    }

    private void folder(Path folder, BasicFileAttributes attributes) throws IOException {
        Object identity = attributes.fileKey() == null ? folder.toRealPath() : attributes.fileKey();
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
            if (!isHidden(path.toString())) {
                folder(path, attributes.get());
            }
        } else if (!isLogName(path.toString())) {
            skipped++;
        } else if (attributes.isPresent() && attributes.get().isRegularFile()) {
            files.add(file(path, attributes.get(), folder.key(path)));
        } else {
            problem(path, "neither a file nor a link to one");
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

    private static LogFile file(Path path, BasicFileAttributes attributes, Optional<LogKey> key) {
        return new LogFile(
                path, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), key);
    }

    private void problem(Path path, IOException e) {
        problem(path, e instanceof AccessDeniedException ? "permission denied" : "cannot be read: " + e);
    }

    private void problem(Path path, String reason) {
        problems.add(new FileProblem(path.toString(), reason, -1, 0));
    }

    private static boolean isHidden(String path) {
        int name = name(path);
        return path.startsWith(".", name) || path.startsWith("_", name);
    }

    /** Not by a pattern, nor by the name as a text of its own: paths come by the hundred thousand. */
    private static boolean isLogName(String path) {
        if (isHidden(path)) {
            return false;
        }
        boolean packed = endsWith(path, path.length(), ".gz");
        int end = packed ? path.length() - ".gz".length() : path.length();
        for (String suffix : SUFFIXES) {
            if (endsWith(path, end, suffix)) {
                return true;
            }
        }
        return packed && path.indexOf('.', name(path)) == end;
    }

    private static boolean endsWith(String path, int end, String suffix) {
        return path.regionMatches(true, end - suffix.length(), suffix, 0, suffix.length());
    }

    /** Where the name begins in a path. */
    private static int name(String path) {
        return path.lastIndexOf(File.separatorChar) + 1;
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
