package dev.trailwise.sample;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.TrailLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ten days of an organization trail that never was: three accounts, four Regions, everyday noise, every shape of record,
 * and the intrusion of {@link SampleIntrusion}. The records are the same on every machine and in every run. The compressed bytes
 * are too, as far as the JDK's zlib is the common one.
 */
public final class SampleTrail {
    /** The organization. */
    public static final Organization ORGANIZATION = new Organization("o-exampleorg1");

    /** The management account. */
    public static final AccountId MANAGEMENT = new AccountId("111122223333");

    /** The member account with the shop, in which the intrusion happens. */
    public static final AccountId PRODUCTION = new AccountId("222233334444");

    /** The member account of the developers. */
    public static final AccountId DEVELOPMENT = new AccountId("333344445555");

    /** All three accounts, in order. */
    public static final List<AccountId> ACCOUNTS = List.of(MANAGEMENT, PRODUCTION, DEVELOPMENT);

    /** The trail's layout, without a key prefix. */
    public static final TrailLayout LAYOUT = TrailLayout.ofOrganization("", ORGANIZATION);

    /** The first day, of delivery and of events. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);

    /** The last day. What is delivered after it is not there yet. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 10);

    /** How many files there are, of all kinds. */
    public static final int FILES = 699;

    /** How many management and data events there are, repeats included. */
    public static final int EVENTS = 15_608;

    /** How many events are delivered twice. */
    public static final int REPEATED = 5;

    private static final long SEED = 20261001;

    private SampleTrail() {}

    /**
     * Writes the files below a folder, under their S3 keys.
     *
     * @param folder where {@code AWSLogs} comes to lie; made when it is not there
     */
    public static void write(Path folder) throws IOException {
        deliver(new FolderSink(folder));
    }

    /**
     * Writes the files below a folder that holds nothing else, and removes what another version wrote there.
     *
     * @param folder where {@code AWSLogs} comes to lie; made when it is not there
     */
    public static void renew(Path folder) throws IOException {
        Set<Path> made = new HashSet<>();
        TrailSink sink = new FolderSink(folder);
        deliver((key, delivered, gzip) -> {
            sink.accept(key, delivered, gzip);
            made.add(folder.resolve(key));
        });
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!made.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Makes the files and hands them over one by one, always in the same order. */
    public static void deliver(TrailSink sink) throws IOException {
        Instant end = LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<GeneratedFile> files = play().files().stream()
                .filter(file -> file.delivered().isBefore(end))
                .collect(Collectors.toCollection(ArrayList::new));
        files.addAll(Digests.of(files, ACCOUNTS, LAYOUT));
        Map<String, byte[]> compressed =
                files.parallelStream().collect(Collectors.toConcurrentMap(GeneratedFile::key, GeneratedFile::gzip));
        for (GeneratedFile file : files) {
            sink.accept(file.key(), file.delivered(), Objects.requireNonNull(compressed.get(file.key())));
        }
    }

    private static Deliveries play() {
        Script script = Script.of("records.txt", "people.txt", "calls.txt", "story.txt", "shapes.txt");
        Deliveries deliveries = new Deliveries(LAYOUT, SEED);
        ScriptPlayer stage = new ScriptPlayer(script, SEED, deliveries);
        FIRST_DAY.datesUntil(LAST_DAY.plusDays(1)).forEach(stage::play);
        script.scriptedCalls().forEach(stage::play);
        return deliveries;
    }
}
