package dev.trailwise.sample;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Makes logs in bulk for measurements: as many events and files as asked for, over ten accounts, eight Regions and thirty
 * days, the same in every run. Records are about 1.5 KB of JSON, and compress about as real ones do.
 */
public final class TrafficGenerator {
    private static final long SEED = 11;
    private static final int DAYS = 30;
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final List<AccountId> ACCOUNTS = IntStream.range(0, 10)
            .mapToObj(i -> new AccountId("10000000000" + i))
            .toList();
    private static final List<Region> REGIONS = List.of(
                    "us-east-1",
                    "us-east-2",
                    "us-west-2",
                    "eu-central-1",
                    "eu-west-1",
                    "ap-northeast-1",
                    "ap-southeast-2",
                    "sa-east-1")
            .stream()
            .map(Region::new)
            .toList();

    private static final TrailLayout LAYOUT = TrailLayout.ofOrganization("", SampleTrail.ORGANIZATION);

    private final Script script = Script.of("records.txt", "calls.txt", "traffic.txt");
    private final List<Role> roles = script.actors().stream()
            .map(actor -> new Role(actor, script.repertoire(actor)))
            .flatMap(role -> Collections.nCopies(role.actor().least(), role).stream())
            .toList();

    private TrafficGenerator() {}

    /**
     * Makes logs for a script of measurements.
     *
     * @param args the folder, how many events, in how many files, and how uneven these are (0 if absent)
     */
    public static void main(String... args) throws IOException {
        double spread = args.length > 3 ? Double.parseDouble(args[3]) : 0;
        write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), spread);
    }

    /**
     * Writes the files below a folder, under their S3 keys, on all processors.
     *
     * @param folder where {@code AWSLogs} comes to lie; made when it is not there
     * @param events how many events in all; about as many when the files are uneven
     * @param files in how many files
     * @param spread 0 for files of the same number of events, give or take one; else the standard deviation of the
     *     logarithm of that number. In real trails most files are small, and a few hold most events
     */
    public static void write(Path folder, int events, int files, double spread) throws IOException {
        int[] sizes = spread == 0 ? even(events, files) : uneven(events, files, spread);
        TrailSink sink = new FolderSink(folder);
        TrafficGenerator generator = new TrafficGenerator();
        try {
            IntStream.range(0, files).parallel().forEach(i -> {
                deliver(generator.file(i, sizes[i]), sink);
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static int[] even(int events, int files) {
        return IntStream.range(0, files)
                .map(i -> (int) ((i + 1L) * events / files - (long) i * events / files))
                .toArray();
    }

    private static int[] uneven(int events, int files, double spread) {
        Random random = new Random(SEED);
        double[] weights = DoubleStream.generate(() -> Math.exp(spread * random.nextGaussian()))
                .limit(files)
                .toArray();
        double all = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights)
                .mapToInt(weight -> Math.max(1, (int) Math.round(weight / all * events)))
                .toArray();
    }

    private static void deliver(GeneratedFile file, TrailSink sink) {
        try {
            sink.accept(file.key(), file.delivered(), file.gzip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file depends on its number only, so that any number of threads makes the same ones. */
    private GeneratedFile file(int number, int events) {
        SeededRandom random = SeededRandom.of(SEED, "file " + number);
        AccountId account = random.pick(ACCOUNTS);
        Region region = random.pick(REGIONS);
        Instant delivered = START.plusSeconds(random.between(900, DAYS * 86_400 - 1));
        Recorder recorder = new Recorder(script, SEED + number);
        List<String> records = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            Role role = random.pick(roles);
            Call call = random.pick(role.repertoire());
            Instant time = delivered.minusSeconds(random.between(300, 900));
            RenderContext context = recorder.context(random, role.actor(), call, account, region, time);
            records.add(recorder.record(context, LogKind.EVENTS, role.actor(), call));
        }
        return GeneratedFile.of(LAYOUT, account, region, delivered, random, records);
    }

    private record Role(Actor actor, List<Call> repertoire) {}
}
