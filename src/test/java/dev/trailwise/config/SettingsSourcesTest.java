package dev.trailwise.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import dev.trailwise.table.TableName;
import dev.trailwise.testing.Told;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsSourcesTest {
    @TempDir
    private Path root;

    private final Map<String, String> environment = new HashMap<>();
    private Path project;
    private Path userFile;

    @BeforeEach
    void folders() throws IOException {
        project = Files.createDirectories(root.resolve("work"));
        Path home = Files.createDirectories(root.resolve("home"));
        userFile = Files.createDirectories(home.resolve(".config/trailwise")).resolve("trailwise.yaml");
        environment.put("HOME", home.toString());
    }

    @Test
    void nothing_said_means_the_defaults() {
        Settings settings = load();

        assertThat(settings.trail().bucket()).isEmpty();
        assertThat(settings.table()).isEqualTo(new TableName("security", "cloudtrail_logs"));
        assertThat(settings.athena().workgroup()).isEqualTo("primary");
        assertThat(settings.cost().maxPerQuery()).isEqualTo(Usd.parse("1.00"));
        assertThat(settings.cost().pricePerTb()).isEmpty();
        assertThat(settings.queries()).isEqualTo(root.resolve("home/.config/trailwise/queries"));
        assertThat(settings.archive()).isEqualTo(root.resolve("home/.local/share/trailwise"));
    }

    @Test
    void the_whole_file_of_the_manual_is_read() {
        write("""
                trail:   {bucket: my-logs, prefix: /audit/, organization: o-abc123, accounts: [011122223333, "111122223333"],
                          regions: [us-east-1], since: 2024-01-01}
                table:   {database: sec, name: ct}
                athena:  {region: eu-west-1, workgroup: analysts, output: s3://my-results/athena}
                cost:    {max_per_query: 2, confirm_above: 0.10, price_per_tb: 6.75}
                queries: ./my-queries
                archive: ~/logs
                """);

        Settings settings = load();

        assertThat(settings.trail().layout().template())
                .isEqualTo("audit/AWSLogs/o-abc123/${account}/CloudTrail/${region}/${day}/");
        assertThat(settings.trail().accounts())
                .containsExactly(new AccountId("011122223333"), new AccountId("111122223333"));
        assertThat(settings.trail().regions()).containsExactly(Region.US_EAST_1);
        assertThat(settings.trail().since()).hasToString("Optional[2024/01/01]");
        assertThat(settings.athena().output()).hasValue("s3://my-results/athena/");
        assertThat(settings.cost().pricePerTb()).hasValue(Usd.parse("6.75"));
        assertThat(settings.queries()).isEqualTo(project.resolve("my-queries"));
        assertThat(settings.archive()).isEqualTo(root.resolve("home/logs"));
    }

    @Test
    void flags_beat_the_environment_which_beats_the_project_which_beats_the_user() throws IOException {
        Files.writeString(userFile, "athena: {workgroup: of-user, region: eu-west-1}\ncost: {max_per_query: 9}");
        write("athena: {workgroup: of-project}\ncost: {max_per_query: 8}");
        environment.put("TRAILWISE_COST_MAX_PER_QUERY", "7");

        Settings settings = load(new SettingOverride(FlagName.MAX_COST, SettingName.COST_MAX_PER_QUERY, "6"));

        assertThat(settings.cost().maxPerQuery()).isEqualTo(Usd.parse("6"));
        assertThat(load().cost().maxPerQuery()).isEqualTo(Usd.parse("7"));
        assertThat(settings.athena().workgroup()).isEqualTo("of-project");
        assertThat(settings.athena().region()).hasValue(new Region("eu-west-1"));
    }

    @Test
    void another_bucket_does_not_inherit_the_accounts_of_the_first() throws IOException {
        Files.writeString(userFile, "trail: {bucket: old, organization: o-old, accounts: [111122223333]}");
        write("trail: {bucket: new}");

        assertThat(load().trail().organization()).isEmpty();
        assertThat(load().trail().accounts()).isEmpty();
        assertThat(load(new SettingOverride(FlagName.BUCKET, SettingName.TRAIL_BUCKET, "old"))
                        .trail()
                        .organization())
                .isPresent();
    }

    @Test
    void a_named_file_stands_in_for_the_one_in_the_working_folder() throws IOException {
        write("trail: {bucket: here}");
        Files.writeString(root.resolve("other.yaml"), "trail: {bucket: there}");

        Settings settings = sources().load(Path.of("../other.yaml"), List.of());

        assertThat(settings.trail().requiredBucket()).isEqualTo("there");
        assertThatThrownBy(() -> sources().load(Path.of("gone.yaml"), List.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("there is no file gone.yaml");
    }

    @Test
    void lists_in_the_environment_are_separated_by_commas() {
        environment.put("TRAILWISE_TRAIL_REGIONS", "us-east-1, eu-west-1");

        assertThat(load().trail().regions()).hasToString("[eu-west-1, us-east-1]");
    }

    @Test
    void an_xdg_folder_holds_the_users_file_when_it_is_set() throws IOException {
        Path xdg = Files.createDirectories(root.resolve("xdg/trailwise"));
        Files.writeString(xdg.resolve("trailwise.yaml"), "table: {name: of_xdg}");
        environment.put("XDG_CONFIG_HOME", root.resolve("xdg").toString());

        assertThat(load().table().table()).isEqualTo("of_xdg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trail:\\n  acounts: [1]       | trailwise.yaml:2: unknown setting 'acounts' in 'trail'; did you mean 'accounts'?",
                "trial: {bucket: b}            | trailwise.yaml:1: unknown setting 'trial'; did you mean 'trail'?",
                "bucket: my-logs               | trailwise.yaml:1: unknown setting 'bucket'; known are: trail, table, athena, cost",
                "\\ntrail: {bucket: s3://b}    | trailwise.yaml:2: trail.bucket: not the name of a bucket: 's3://b'",
                "trail: {accounts: [12]}       | trailwise.yaml:1: trail.accounts: not an AWS account id: '12'",
                "trail: {accounts: [[a]]}      | trailwise.yaml:1: trail.accounts takes a value for example [111122223333]",
                "trail: {bucket: [a, b]}       | trailwise.yaml:1: trail.bucket takes a value for example my-logs",
                "trail: my-logs                | trailwise.yaml:1: 'trail' has settings of its own: bucket, prefix",
                "trail: {since: 2024-02-30}    | trailwise.yaml:1: trail.since: not a day: '2024-02-30'; write 2024-01-01",
                "trail: {prefix: 'a/${x}'}     | trailwise.yaml:1: trail.prefix: not a prefix of a trail",
                "table: {name: cloud-trail}    | trailwise.yaml:1: table.name: not a table name that Athena takes: 'cloud-trail'",
                "cost: {max_per_query: cheap}  | trailwise.yaml:1: cost.max_per_query: not a price in US dollars: 'cheap'",
                "athena: {output: my-results}  | trailwise.yaml:1: athena.output: not an S3 folder",
                "- trail                       | trailwise.yaml:1: this is not a list of settings",
                "a: 1\\n---\\nb: 2             | trailwise.yaml:3: invalid YAML: there is a second document",
                "archive: x\\n---\\narchive: y | trailwise.yaml:3: invalid YAML: there is a second document",
                "archive: x\\narchive: y       | trailwise.yaml:2: 'archive' is set twice in this file",
                "archive: &a x\\nqueries: *a   | trailwise.yaml:2: invalid YAML: aliases such as *a are not",
                "trail: {bucket: 'b            | trailwise.yaml:1: invalid YAML",
            })
    void what_is_wrong_in_a_file_is_told_with_its_line(String yaml, String message) {
        write(yaml.replace("\\n", "\n"));

        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageStartingWith(message);
    }

    @Test
    void a_variable_that_is_no_setting_is_told() {
        environment.put("TRAILWISE_TRAIL_BUKET", "b");

        assertThatThrownBy(this::load)
                .hasMessageStartingWith("environment variable TRAILWISE_TRAIL_BUKET: there is no such setting;"
                        + " did you mean 'TRAILWISE_TRAIL_BUCKET'");
    }

    @Test
    void an_empty_file_and_empty_sections_change_nothing() {
        write("");
        assertThat(load()).isEqualTo(sources().defaults());
        write("# nothing\ntrail:\ncost: {}\narchive:\n");
        assertThat(load()).isEqualTo(sources().defaults());
    }

    @Test
    void a_missing_bucket_says_how_to_name_one() {
        assertThatThrownBy(() -> load().trail().requiredBucket())
                .isInstanceOfSatisfying(Failure.class, Told.with("trailwise init --bucket"));
    }

    @Test
    void no_home_folder_is_no_crash() {
        environment.clear();

        assertThat(load().archive()).isEqualTo(project.resolve(".local/share/trailwise"));
    }

    @Test
    void every_setting_has_its_own_variable() {
        assertThat(new TreeSet<>(SettingKeys.ALL.stream().map(Setting::variable).toList()))
                .hasSameSizeAs(SettingKeys.ALL)
                .contains("TRAILWISE_ATHENA_WORKGROUP", "TRAILWISE_ARCHIVE");
    }

    private Settings load(SettingOverride... flags) {
        return sources().load(null, List.of(flags));
    }

    private SettingsSources sources() {
        return new SettingsSources(environment, project);
    }

    private void write(String yaml) {
        try {
            Files.writeString(project.resolve("trailwise.yaml"), yaml);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
