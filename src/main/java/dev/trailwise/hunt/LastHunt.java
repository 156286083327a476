package dev.trailwise.hunt;

import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a hunt remembers for the next one: the time that it covered, and what it reported of the time that the next one
 * looks at again. A line of text each; the first is the time.
 */
final class LastHunt {
    private final Path file;
    private final Optional<Instant> until;
    private final Set<String> reported;
    private final Set<String> current = new TreeSet<>();

    private LastHunt(Path file, Optional<Instant> until, Set<String> reported) {
        this.file = file;
        this.until = until;
        this.reported = reported;
    }

    /** The memory in a file, which need not exist. */
    static LastHunt in(Path file) {
        if (!Files.exists(file)) {
            return new LastHunt(file, Optional.empty(), Set.of());
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return new LastHunt(
                    file, Optional.of(Instant.parse(lines.get(0))), new HashSet<>(lines.subList(1, lines.size())));
        } catch (IOException | DateTimeException | IndexOutOfBoundsException unreadable) {
            throw new Failure(
                    ExitCode.USAGE,
                    "cannot read what the last hunt reported from " + file + "; delete it to start over",
                    unreadable);
        }
    }

    /** The end of the time that the last hunt covered; nothing when there was none. */
    Optional<Instant> until() {
        return until;
    }

    /** Notes a finding; false when the last hunt reported it. */
    boolean isNew(String detection, String id) {
        String finding = detection + " " + id.replaceAll("\\s", " ");
        current.add(finding);
        return !reported.contains(finding);
    }

    /** Remembers what was found until a time. */
    void save(Instant end) {
        try {
            PrivateFiles.folder(Objects.requireNonNull(file.getParent()));
            PrivateFiles.replace(
                    file, (end + "\n" + String.join("\n", current) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
