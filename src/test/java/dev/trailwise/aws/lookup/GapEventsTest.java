package dev.trailwise.aws.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.Failure;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapEventsTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final Instant START = Instant.parse("2026-10-05T22:00:00Z");
    private static final Instant SETTLED = Instant.parse("2026-10-07T01:00:00Z");
    private static final Instant END = Instant.parse("2026-10-07T02:00:00Z");

    @TempDir
    Path folder;

    /** Fetches are stopped after some pages, and ask for parts of the time; in the end each event is there once. */
    @Test
    void no_event_is_lost_or_there_twice_however_fetches_are_stopped() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            List<FetchedEvent> history = history(random);
            Path kept = folder.resolve("kept" + seed);
            for (int fetch = 0; fetch < 6; fetch++) {
                Instant from = START.plusSeconds(random.nextInt(40_000));
                fetch(history, new TimeRange(from, from.plusSeconds(1 + random.nextInt(60_000))), kept, random, 4);
            }
            Path recent = folder.resolve("recent" + seed);
            List<Path> files = fetch(history, new TimeRange(START, END), kept, recent, random, Integer.MAX_VALUE);

            List<String> found = new ArrayList<>();
            for (Path file : files) {
                found.addAll(records(file));
            }
            assertThat(found)
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            history.stream().map(FetchedEvent::record).toList());
            assertThat(open(kept).gaps(new TimeRange(START, END)))
                    .as("seed " + seed)
                    .containsExactly(new TimeRange(SETTLED, END));
            assertThat(LogFiles.find(kept).files())
                    .allSatisfy(file -> assertThat(file.key()).isPresent());
        }
    }

    @Test
    void an_event_that_comes_after_those_around_it_were_kept_is_not_passed_over() throws IOException {
        GapEvents gap =
                new GapEvents(new TimeRange(START, END), SETTLED, open(folder.resolve("a")), open(folder.resolve("b")));
        gap.take(List.of(new FetchedEvent(START.plusSeconds(100), "{}")), false);
        gap.keep(true);

        assertThatThrownBy(() -> gap.take(List.of(new FetchedEvent(START.plusSeconds(200), "{}")), false))
                .isInstanceOf(Failure.class);
    }

    private void fetch(List<FetchedEvent> history, TimeRange wanted, Path kept, Random random, int pages)
            throws IOException {
        fetch(history, wanted, kept, folder.resolve("recent" + random.nextLong()), random, pages);
    }

    private static List<Path> fetch(
            List<FetchedEvent> history, TimeRange wanted, Path folder, Path recentFolder, Random random, int pages)
            throws IOException {
        EventCache kept = open(folder);
        EventCache recent = open(recentFolder);
        int left = pages;
        for (TimeRange gap : kept.gaps(wanted)) {
            GapEvents gathered = new GapEvents(gap, SETTLED, kept, recent);
            List<FetchedEvent> listed =
                    history.stream().filter(event -> gap.contains(event.time())).toList();
            for (int at = 0; at <= listed.size() && left-- > 0; at += 7) {
                List<FetchedEvent> page = listed.subList(at, Math.min(listed.size(), at + 7));
                gathered.take(page, at + 7 > listed.size());
                if (random.nextInt(3) == 0) {
                    gathered.keep(true);
                }
            }
            gathered.keep(true);
        }
        List<Path> files = new ArrayList<>(kept.files(wanted));
        files.addAll(recent.files(wanted));
        return files;
    }

    /** Many events of one second, and days without any; the newest first. */
    private static List<FetchedEvent> history(Random random) {
        List<FetchedEvent> events = new ArrayList<>();
        long span = END.getEpochSecond() - START.getEpochSecond();
        for (int k = random.nextInt(120); k > 0; k--) {
            Instant time =
                    START.plusSeconds(random.nextBoolean() ? random.nextLong(span) : random.nextLong(3) * (span / 3));
            for (int n = 1 + random.nextInt(random.nextInt(20) == 0 ? 30 : 2); n > 0; n--) {
                events.add(new FetchedEvent(time, "{\"eventID\":\"" + events.size() + "\"}"));
            }
        }
        Collections.shuffle(events, random);
        events.sort(Comparator.comparing(FetchedEvent::time).reversed());
        return events;
    }

    private static List<String> records(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Matcher record = Pattern.compile("\\{\"eventID\":\"[0-9]+\"}")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return record.results().map(found -> found.group()).toList();
        }
    }

    private static EventCache open(Path folder) throws IOException {
        return EventCache.open(folder, ACCOUNT, Region.US_EAST_1, LogKind.EVENTS);
    }
}
