package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.Workgroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} at a terminal: it asks, explains, checks and ends with a query and its price. */
class GuidedInitTest {
    private static final Clock CLOCK =
            Clock.fixed(SampleTrail.LAST_DAY.atTime(8, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @TempDir
    Path buckets;

    private LocalAws aws;

    @BeforeEach
    void start() {
        aws = new LocalAws(buckets, CLOCK);
        aws.lookup(SampleTrail.PRODUCTION);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Shell person(String typed) {
        Shell shell = new Shell(folder).at(CLOCK).with("TRAILWISE_TTY", "012").typing(typed);
        Map<String, String> environment = aws.environment();
        environment.keySet().removeIf(name -> name.startsWith("TRAILWISE_"));
        environment.forEach(shell::with);
        return shell;
    }

    private Shell.Result init(String typed) {
        return person(typed).run("init", "--bucket", LocalAws.TRAIL);
    }

    @Test
    void from_nothing_to_a_priced_query() {
        Shell.Result result = init("y\n")
                .succeeded()
                .said(
                        "1. Trail:",
                        "accounts  3:",
                        "2. Athena:",
                        "wrote trailwise.yaml",
                        "3. Table:",
                        "location  s3://example-trail/AWSLogs/o-exampleorg1/",
                        "Create this table in the Glue catalog? [y/N]",
                        "security.cloudtrail_logs created",
                        "4. Checks; trailwise doctor repeats them",
                        "trailwise run top-events")
                .printed("ok           dry call", "Athena        $", "precision");

        assertThat(result.err()).doesNotContain("Which workgroup?", "Next: trailwise table create");
        assertThat(aws.glue().held("security", "cloudtrail_logs").isEmpty()).isFalse();
        assertThat(folder.resolve("trailwise.yaml")).content().contains("bucket: example-trail");
    }

    @Test
    void a_person_who_wants_no_table_yet_has_the_settings_and_the_next_command() {
        init("n\n")
                .succeeded()
                .said(
                        "wrote trailwise.yaml",
                        "security.cloudtrail_logs was not created",
                        "Next: trailwise table create")
                .printed("failed       table", "not checked  dry call     needs: table");

        assertThat(aws.glue().holds("security")).isFalse();
        assertThat(aws.athena().started()).isEmpty();
    }

    @Test
    void the_end_of_the_input_says_what_was_done() {
        init("").succeeded().said("wrote trailwise.yaml", "was not created");

        assertThat(aws.glue().holds("security")).isFalse();
    }

    @Test
    void one_of_several_workgroups_is_chosen_and_kept() {
        aws.athena()
                .workgroup(Workgroup.of("audit").withOutput("s3://example-results/audit/"))
                .workgroup(Workgroup.of("closed").disabled());

        init("7\n1\ny\n")
                .succeeded()
                .said("1  audit", "2  primary", "Type a number from 1 to 2.")
                .printed("ok           workgroup    audit");

        assertThat(folder.resolve("trailwise.yaml")).content().contains("workgroup: audit");
    }

    @Test
    void a_place_for_results_is_asked_for_until_it_works() {
        aws.athena().workgroup(Workgroup.of("primary"));

        init("s3://nosuch-bucket/\ns3://example-trail/AWSLogs/x\ns3://example-results/mine\ny\n")
                .succeeded()
                .said(
                        "Workgroup primary has no place for results",
                        "no bucket named 'nosuch-bucket'",
                        "is inside the logs")
                .printed("ok           results      s3://example-results/mine/", "ok           dry call");

        assertThat(folder.resolve("trailwise.yaml")).content().contains("output: s3://example-results/mine/");
    }

    @Test
    void a_person_who_stops_before_anything_is_written_leaves_nothing() {
        aws.athena().workgroup(Workgroup.of("audit"));

        init("").exited(130).said("Cancelled. Nothing was changed.");

        assertThat(folder.resolve("trailwise.yaml")).doesNotExist();
    }

    @Test
    void the_second_time_nothing_is_left_to_do() throws Exception {
        init("y\n").succeeded();
        String before = Files.readString(folder.resolve("trailwise.yaml"));

        init("").succeeded().said("trailwise.yaml is up to date", "security.cloudtrail_logs is up to date");

        assertThat(folder.resolve("trailwise.yaml")).hasContent(before);
    }

    @Test
    void a_table_that_may_not_be_created_fails_with_the_permission() {
        aws.glue().service().failNext("CreateTable", 400, "AccessDeniedException");

        init("y\n").said("glue:CreateTable", "wrote trailwise.yaml", "Next: trailwise table create");

        assertThat(aws.glue().holds("security")).isFalse();
    }

    @Test
    void a_script_is_asked_nothing() {
        person("")
                .with("TRAILWISE_TTY", "")
                .run("init", "--bucket", LocalAws.TRAIL)
                .succeeded()
                .said("Next: trailwise table create --dry-run")
                .printedExactly("trailwise.yaml\n");
        person("").run("init", "--bucket", LocalAws.TRAIL, "--yes").succeeded().said("is up to date");

        assertThat(aws.glue().holds("security")).isFalse();
    }
}
