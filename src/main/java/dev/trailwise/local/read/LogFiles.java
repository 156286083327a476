package dev.trailwise.local.read;

import dev.trailwise.engine.FileProblem;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.LogKey;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    private static final Pattern NAME =
            Pattern.compile("[^._].*\\.(?:json|jsonl|ndjson)(?:\\.gz)?|[^._][^.]*\\.gz", Pattern.CASE_INSENSITIVE);

    private final List<LogFile> files = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private long skipped;

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
        if (Files.notExists(start)) {
            throw new Failure(ExitCode.USAGE, "there is no file or folder " + root);
        }
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found.new Visitor(start));
        } catch (IOException e) {
            found.problem(start, e);
        }
        found.files.sort(Comparator.comparing(LogFile::path));
        return new Found(found.files, found.problems, found.skipped);
    }

    private void problem(Path path, IOException e) {
        String reason = e instanceof AccessDeniedException ? "permission denied" : "cannot be read: " + e;
        problems.add(new FileProblem(path.toString(), reason, -1, 0));
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path start;
        private @Nullable Path folder;

        /** What the folder alone tells of all of its files. */
        private Optional<LogKey> folderKey = Optional.empty();

        Visitor(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden = !dir.equals(start) && isHidden(dir.getFileName().toString());
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!path.equals(start)
                    && !NAME.matcher(path.getFileName().toString()).matches()) {
                skipped++;
            } else if (attributes.isRegularFile() || path.equals(start)) {
                files.add(new LogFile(
                        path, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), key(path)));
            } else {
                problems.add(new FileProblem(path.toString(), "neither a file nor a link to one", -1, 0));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            problem(path, e);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
            if (e != null) {
                problem(dir, e);
            }
            return FileVisitResult.CONTINUE;
        }

        private Optional<LogKey> key(Path path) {
            Path parent = path.getParent();
            if (parent != null && !parent.equals(folder)) {
                folder = parent;
                folderKey = LogKey.parse(slashed(parent) + "/-");
            }
            return folderKey.isPresent() ? folderKey : LogKey.parse(slashed(path));
        }
    }
}
