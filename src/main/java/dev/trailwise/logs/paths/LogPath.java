package dev.trailwise.logs.paths;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A path of logs, or a pattern of paths.
 *
 * @param base the path; of a pattern, the folder that it begins in
 * @param pattern the names below it, each a pattern; none of a plain path
 */
record LogPath(Path base, List<String> pattern) {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[{]");

    /** Any number of folders. */
    private static final String ANY_DEPTH = "**";

    LogPath {
        pattern = List.copyOf(pattern);
    }

    /** A path that exists is that path; of others, the names from the first with a special character on are a pattern. */
    static LogPath of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        int fixed = 0;
        while (fixed < absolute.getNameCount()
                && !SPECIAL.matcher(absolute.getName(fixed).toString()).find()) {
            fixed++;
        }
        Path start = absolute.getRoot();
        if (fixed == absolute.getNameCount() || start == null || Files.exists(absolute)) {
            return new LogPath(path, List.of());
        }
        List<String> pattern = new ArrayList<>();
        absolute.subpath(fixed, absolute.getNameCount()).forEach(name -> pattern.add(name.toString()));
        return new LogPath(fixed == 0 ? start : start.resolve(absolute.subpath(0, fixed)), pattern);
    }

    /** The same without symbolic links in the path, so that one place has one name. */
    LogPath real() {
        try {
            return new LogPath(base.toRealPath(), pattern);
        } catch (IOException missing) { // the search for files reports it
            return new LogPath(base.toAbsolutePath().normalize(), pattern);
        }
    }

    /** Whether everything in the other is in this one too. Both must be real. */
    boolean contains(LogPath other) {
        return pattern.isEmpty() && other.base.startsWith(base);
    }

    /**
     * The path, or those that match now, in order.
     *
     * @throws Failure when none does
     */
    List<Path> expand() {
        if (pattern.isEmpty()) {
            return List.of(base);
        }
        List<Path> found = new ArrayList<>();
        try {
            if (Files.isDirectory(base)) {
                match(base, pattern, found);
            }
        } catch (PatternSyntaxException e) {
            throw new Failure(ExitCode.USAGE, "there is no " + this + ", and it is not a valid pattern", e);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot list the files that match " + this + ": " + e, e);
        }
        if (found.isEmpty()) {
            throw new Failure(ExitCode.USAGE, "no file matches " + this);
        }
        return found;
    }

    private static void match(Path folder, List<String> names, List<Path> found) throws IOException {
        String first = names.get(0);
        List<String> rest = names.subList(1, names.size());
        boolean deep = first.equals(ANY_DEPTH);
        if (deep && !rest.isEmpty()) {
            match(folder, rest, found);
        }
        for (Path entry : entries(folder, deep ? "*" : first)) {
            if (deep && Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) { // a link can lead back
                match(entry, names, found);
            } else if (rest.isEmpty()) {
                found.add(entry);
            } else if (!deep && Files.isDirectory(entry)) {
                match(entry, rest, found);
            }
        }
    }

    /** As in a shell, {@code *} does not match hidden names. */
    private static List<Path> entries(Path folder, String name) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(folder, name)) {
            for (Path entry : matching) {
                if (name.startsWith(".") || !String.valueOf(entry.getFileName()).startsWith(".")) {
                    entries.add(entry);
                }
            }
        }
        Collections.sort(entries);
        return entries;
    }

    @Override
    public String toString() {
        return base.resolve(String.join("/", pattern)).toString();
    }
}
