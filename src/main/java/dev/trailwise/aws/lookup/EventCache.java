package dev.trailwise.aws.lookup;

import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.trail.TrailLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * The events of one account, Region and filter that were fetched, as log files in CloudTrail's own layout, and the times
 * that they cover. A slice of time is within a day, is written once, and no two overlap: so no event is there twice.
 */
final class EventCache {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Comparator<Slice> NEWEST_FIRST =
            Comparator.comparing((Slice slice) -> slice.time().from()).reversed();

    private final Path folder;
    private final AccountId account;
    private final Region region;
    private final LogKind kind;
    private List<Slice> slices = new ArrayList<>();

    /** A covered time; a slice without events has no file. */
    private record Slice(TimeRange time, int events) {}

    private EventCache(Path folder, AccountId account, Region region, LogKind kind) {
        this.folder = folder;
        this.account = account;
        this.region = region;
        this.kind = kind;
    }

    /** Those that are in a folder, which need not be there yet. */
    static EventCache open(Path folder, AccountId account, Region region, LogKind kind) throws IOException {
        EventCache kept = new EventCache(folder, account, region, kind);
        Path list = kept.list();
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list, StandardCharsets.US_ASCII)) {
                kept.slice(line).ifPresent(kept.slices::add);
            }
            kept.slices.sort(NEWEST_FIRST);
        }
        return kept;
    }

    /** Nothing for a slice whose file is no longer there, or that cannot be read: it is fetched again. */
    private Optional<Slice> slice(String line) {
        try {
            String[] words = line.split(" ", -1);
            TimeRange time = new TimeRange(
                    Instant.ofEpochSecond(Long.parseLong(words[0])), Instant.ofEpochSecond(Long.parseLong(words[1])));
            Slice slice = new Slice(time, Integer.parseInt(words[2]));
            return slice.events() == 0 || Files.exists(file(time)) ? Optional.of(slice) : Optional.empty();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private Path list() {
        return folder.resolve("covered");
    }

    private Path file(TimeRange slice) {
        LogDay day = LogDay.of(slice.from());
        String name = account + "_" + kind.folder() + "_" + region + "_" + NAME.format(slice.from()) + "_"
                + slice.from().getEpochSecond() + "to" + slice.to().getEpochSecond() + ".json.gz";
        return folder.resolve(TrailLayout.ofAccounts("").of(kind).prefix(new Partition(account, region, day)) + name);
    }

    /** The parts of a time that are not covered, the newest first. */
    List<TimeRange> gaps(TimeRange wanted) {
        List<TimeRange> gaps = new ArrayList<>();
        Instant end = wanted.to();
        for (Slice slice : slices) {
            TimeRange time = slice.time();
            if (time.to().isAfter(wanted.from()) && time.from().isBefore(end)) {
                if (time.to().isBefore(end)) {
                    gaps.add(new TimeRange(time.to(), end));
                }
                end = time.from();
            }
        }
        if (wanted.from().isBefore(end)) {
            gaps.add(new TimeRange(wanted.from(), end));
        }
        return gaps;
    }

    /** The files that have events of a time, and maybe others. */
    List<Path> files(TimeRange wanted) {
        return slices.stream()
                .filter(slice -> slice.events() > 0
                        && slice.time().from().isBefore(wanted.to())
                        && slice.time().to().isAfter(wanted.from()))
                .map(slice -> file(slice.time()))
                .toList();
    }

    /**
     * Keeps all events of a time that is not covered yet.
     *
     * @param events the newest first
     * @throws IOException when they cannot be written; what was kept before is still there
     */
    void keep(TimeRange time, List<FetchedEvent> events) throws IOException {
        List<Slice> all = new ArrayList<>(slices);
        List<FetchedEvent> rest = events;
        for (Instant end = time.to(); end.isAfter(time.from()); ) {
            Instant midnight = end.minusSeconds(1).truncatedTo(ChronoUnit.DAYS);
            Instant start = midnight.isBefore(time.from()) ? time.from() : midnight;
            List<FetchedEvent> ofDay = rest.stream()
                    .takeWhile(event -> !event.time().isBefore(start))
                    .toList();
            rest = rest.subList(ofDay.size(), rest.size());
            TimeRange slice = new TimeRange(start, end);
            if (!ofDay.isEmpty()) {
                PrivateFiles.replace(file(slice), log(ofDay));
            }
            all.add(new Slice(slice, ofDay.size()));
            end = start;
        }
        all.sort(NEWEST_FIRST);
        String lines = all.stream()
                .map(slice -> slice.time().from().getEpochSecond() + " "
                        + slice.time().to().getEpochSecond() + " " + slice.events() + "\n")
                .collect(Collectors.joining());
        PrivateFiles.replace(list(), lines.getBytes(StandardCharsets.US_ASCII));
        slices = all;
    }

    /** A log file as CloudTrail writes it, each record word for word. */
    private static byte[] log(List<FetchedEvent> events) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            String separator = "{\"Records\":[";
            for (int k = events.size() - 1; k >= 0; k--) {
                out.write((separator + events.get(k).record()).getBytes(StandardCharsets.UTF_8));
                separator = ",";
            }
            out.write("]}".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
