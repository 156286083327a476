package dev.trailwise.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsYamlTest {
    @TempDir
    private Path folder;

    @Test
    void what_init_found_is_set_and_the_rest_is_shown() {
        SettingsSources sources = new SettingsSources(Map.of("HOME", "/home/ana"), Path.of("/work"));
        Settings found = sources.defaults()
                .with(new TrailSettings(
                        Optional.of("my-logs"),
                        "",
                        Optional.of(new Organization("o-a1b2c3d4e5")),
                        true,
                        new TreeSet<>(List.of(new AccountId("011122223333"), new AccountId("111122223333"))),
                        new TreeSet<>(List.of(Region.US_EAST_1)),
                        Optional.of(new LogDay(LocalDate.of(2024, 1, 1))),
                        Optional.of(false)));

        assertThat(SettingsYaml.render(found, sources.defaults())).isEqualTo("""
                        # Settings of trailwise. Lines that start with # are not set.
                        trail:
                          bucket: my-logs                           # the S3 bucket that the trail delivers to
                          # prefix: audit/cloudtrail                # the trail's S3 key prefix
                          organization: o-a1b2c3d4e5                # the organization, for an organization trail
                          account_folders: true                     # whether AWSLogs/ also has account folders next to the organization's
                          accounts: ["011122223333", 111122223333]  # the accounts of the trail
                          regions: [us-east-1]                      # the Regions of the trail
                          since: 2024-01-01                         # the first day that has logs
                          data_events: false                        # false when the trail records management events only
                        table:
                          # database: security                      # the Glue database of the table
                          # name: cloudtrail_logs                   # the table
                        athena:
                          # region: us-east-1                       # where Athena and the table are; else the Region of the AWS profile
                          # workgroup: primary                      # the Athena workgroup
                          # output: s3://my-results/athena/         # where Athena writes results; else where the workgroup says
                        cost:
                          # max_per_query: 1.00                     # US dollars above which a query is refused
                          # max_per_day: 10.00                      # US dollars for all queries of a day in UTC; else no limit
                          # confirm_above: 0.05                     # US dollars above which a terminal is asked first
                          # price_per_tb: 5.00                      # US dollars for 10^12 bytes scanned; else the list price of the Region
                        local:
                          # memory: 4GB                             # memory of the local engine; else a quarter of the machine's
                          # max_spill: 20GB                         # disk space for what does not fit in memory; else half of what is free
                        output:
                          # pager: never                            # never: show long answers without a pager; else auto
                        # prefer: speed                             # cost or speed, where a query can run in several places; else cost
                        # queries: ./my-queries                     # the folder of your own saved queries
                        # archive: ~/.local/share/trailwise         # the folder of downloaded logs and of the history
                        """);
    }

    @Test
    void what_is_written_reads_back_the_same() throws IOException {
        long seed = 20261122;
        Random random = new Random(seed);
        SettingsSources sources = new SettingsSources(Map.of("HOME", "/home/ana"), folder);
        for (int round = 0; round < 200; round++) {
            Settings settings = random(random);
            Files.writeString(sources.projectFile(), SettingsYaml.render(settings, sources.defaults()));

            assertThat(sources.load(null, List.of()))
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(settings);
        }
    }

    private static Settings random(Random random) {
        TreeSet<AccountId> accounts = new TreeSet<>();
        TreeSet<Region> regions = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            accounts.add(new AccountId(
                    String.valueOf(100_000_000_000L + random.nextInt(1000)).replace('1', '0')));
            regions.add(new Region("eu-west-" + random.nextInt(10)));
        }
        return new Settings(
                new TrailSettings(
                        maybe(random, "bucket.with-" + random.nextInt(9)),
                        random.nextBoolean()
                                ? ""
                                : one(random, "a/b", "näh # \"x\" \\ 'y': z", "no", "007", "- a", "{b}"),
                        maybe(random, new Organization("o-" + random.nextInt(99))),
                        random.nextBoolean(),
                        accounts,
                        regions,
                        maybe(random, new LogDay(LocalDate.ofEpochDay(18_000 + random.nextInt(3000)))),
                        maybe(random, random.nextBoolean())),
                new TableName(
                        one(random, "security", "no", "007", "a_b"), one(random, "cloudtrail_logs", "true", "1e5")),
                new AthenaSettings(
                        maybe(random, Region.US_EAST_1),
                        one(random, "primary", "on", "1.5", "wg-x"),
                        maybe(random, "s3://out/" + one(random, "", "a b/", "x#y/"))),
                new CostSettings(
                        Usd.parse(one(random, "1.00", "0", "12.5")),
                        maybe(random, Usd.parse("20")),
                        Usd.parse(one(random, "0.05", "0.0", "3")),
                        maybe(random, Usd.parse("6.75"))),
                new LocalSettings(
                        maybe(random, Bytes.parse(one(random, "256MB", "1.5GB"))),
                        maybe(random, Bytes.parse(one(random, "0", "20GB")))),
                random.nextBoolean(),
                random.nextBoolean() ? Preference.COST : Preference.SPEED,
                Path.of(one(random, "/home/ana/.config/trailwise/queries", "/x y/#z", "/q")),
                Path.of(one(random, "/home/ana/.local/share/trailwise", "/tmp/näh: x")));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
