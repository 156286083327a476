package dev.trailwise.logs.paths;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Where the logs of a query are: folders, files, and patterns of them. */
public final class LogPaths {
    private final List<LogPath> paths;

    private LogPaths(List<LogPath> paths) {
        this.paths = List.copyOf(paths);
    }

    /** One folder or file. */
    public static LogPaths of(Path path) {
        return new LogPaths(List.of(new LogPath(path, List.of())));
    }

    /** At least one file, each named once and without a pattern: nothing of it is looked up. */
    public static LogPaths ofFiles(List<Path> files) {
        return new LogPaths(
                files.stream().map(file -> new LogPath(file, List.of())).toList());
    }

    /** At least one folder, file or pattern, in any order; what is inside another or named twice counts once. */
    public static LogPaths of(List<Path> given) {
        List<LogPath> paths = given.stream().map(LogPath::of).toList();
        if (paths.size() == 1 && paths.get(0).pattern().isEmpty()) {
            return new LogPaths(paths);
        }
        LinkedHashSet<LogPath> real = paths.stream()
                .map(LogPath::real)
                .sorted(Comparator.comparing(LogPath::toString))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new LogPaths(real.stream()
                .filter(path -> real.stream().noneMatch(other -> !other.equals(path) && other.contains(path)))
                .toList());
    }

    /** The same by the names that are free of symbolic links, which a cache is known by. */
    public LogPaths real() {
        return new LogPaths(paths.stream().map(LogPath::real).toList());
    }

    /** The folder that all the logs are in, or the path itself where there is only one. */
    public Path root() {
        Path root = paths.get(0).base().toAbsolutePath().normalize();
        for (LogPath path : paths) {
            Path parent = root.getParent();
            while (!path.base().toAbsolutePath().normalize().startsWith(root) && parent != null) {
                root = parent;
                parent = root.getParent();
            }
        }
        return root;
    }

    /**
     * The folders and files that there are now.
     *
     * @throws dev.trailwise.failure.Failure when a pattern has none
     */
    public List<Path> expand() {
        List<Path> found = new ArrayList<>();
        paths.forEach(path -> found.addAll(path.expand()));
        return found;
    }

    /** What was given, each path and pattern a text. */
    public List<String> texts() {
        return paths.stream().map(LogPath::toString).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogPaths logs && logs.paths.equals(paths);
    }

    @Override
    public int hashCode() {
        return paths.hashCode();
    }

    @Override
    public String toString() {
        return String.join(", ", texts());
    }
}
