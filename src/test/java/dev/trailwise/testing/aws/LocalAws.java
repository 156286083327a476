package dev.trailwise.testing.aws;

import dev.trailwise.logs.LogFiles;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.table.AccountProjection;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.aws.athena.AthenaServer;
import dev.trailwise.testing.aws.athena.Workgroup;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** S3, Glue, Athena and LookupEvents in this process, with the sample trail in a bucket and a bucket for results. */
public final class LocalAws implements AutoCloseable {
    /** The bucket of the trail. */
    public static final String TRAIL = "example-trail";

    /** The bucket of results. */
    public static final String RESULTS = "example-results";

    /** The table of management and data events; its siblings are named after it. */
    public static final TableName TABLE = new TableName("security", "cloudtrail_logs");

    private final S3Server s3;
    private final GlueServer glue = new GlueServer();
    private final AthenaServer athena;
    private final SortedSet<Region> regions;
    private final Path trail;
    private final Clock clock;
    private @Nullable LookupServer lookup;

    /**
     * Starts all of it, without tables. The workgroup {@code primary} puts results into {@link #RESULTS}.
     *
     * @param folder an empty folder for the buckets
     */
    public LocalAws(Path folder, Clock clock) {
        try {
            SampleTrail.write(Files.createDirectories(folder.resolve(TRAIL)));
            Files.createDirectories(folder.resolve(RESULTS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.trail = folder.resolve(TRAIL);
        this.clock = clock;
        regions = LogFiles.find(folder.resolve(TRAIL)).files().stream()
                .map(file -> file.key().orElseThrow())
                .filter(key -> key.kind() == LogKind.EVENTS)
                .map(key -> key.partition().region())
                .collect(Collectors.toCollection(TreeSet::new));
        s3 = new S3Server(folder);
        athena = new AthenaServer(glue, s3, clock)
                .workgroup(Workgroup.of("primary").withOutput("s3://" + RESULTS + "/athena/"));
    }

    /** Puts the tables of the sample trail into the catalog. */
    public LocalAws withTables() {
        for (TableDefinition definition : Tables.ALL) {
            glue.put(new ProjectedTable(
                    TABLE.of(definition),
                    definition,
                    TRAIL,
                    SampleTrail.LAYOUT,
                    AccountProjection.of(new TreeSet<>(SampleTrail.ACCOUNTS)),
                    regions,
                    new LogDay(SampleTrail.FIRST_DAY)));
        }
        return this;
    }

    /** The S3 server. */
    public S3Server s3() {
        return s3;
    }

    /** The catalog. */
    public GlueServer glue() {
        return glue;
    }

    /** Athena. */
    public AthenaServer athena() {
        return athena;
    }

    /** LookupEvents for one account of the trail, from now on part of the environment. */
    public LookupServer lookup(AccountId account) {
        LookupServer server = new LookupServer(trail, account, clock);
        lookup = server;
        return server;
    }

    /** The environment of a program that is to use all of it, with the bucket of the trail. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.putAll(glue.environment());
        environment.putAll(athena.environment());
        if (lookup != null) {
            environment.putAll(lookup.environment());
        }
        environment.put("TRAILWISE_TRAIL_BUCKET", TRAIL);
        environment.put("TRAILWISE_TRAIL_ORGANIZATION", SampleTrail.ORGANIZATION.id());
        return environment;
    }

    @Override
    public void close() {
        if (lookup != null) {
            lookup.close();
        }
        athena.close();
        glue.close();
        s3.close();
    }

    /**
     * For trying the program in a terminal: serves until it is ended, and prints the environment. The first argument
     * {@code tables} puts the tables in place. LookupEvents has the events of {@link SampleTrail#PRODUCTION}.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalAws aws = new LocalAws(Files.createTempDirectory("local-aws"), Clock.systemUTC());
        if (List.of(arguments).contains("tables")) {
            aws.withTables();
        }
        aws.lookup(SampleTrail.PRODUCTION);
        aws.environment().forEach((name, value) -> System.out.println("export " + name + "=" + value));
        Thread.currentThread().join();
    }
}
