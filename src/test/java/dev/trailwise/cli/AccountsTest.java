package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import dev.trailwise.testing.aws.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts by name, from the output of {@code aws organizations list-accounts}. */
class AccountsTest {
    private static final String SQL = "SELECT count(*) AS n FROM cloudtrail";

    @TempDir
    Path folder;

    private Shell shell;
    private Path logs;

    @BeforeEach
    void start() {
        shell = new Shell(folder);
        logs = folder.resolve("logs");
    }

    /** Two pages, as two calls of the AWS CLI print them one after the other. */
    private static String pages() {
        return """
                {"Accounts": [{"Id": "%s", "Arn": "arn:aws:organizations::1:account/o-1/1", "Email": "a@example.com",
                  "Name": "Prod", "Status": "ACTIVE", "JoinedMethod": "CREATED"}], "NextToken": "x"}
                {"Accounts": [{"Id": "444455556666", "Name": "audit", "Status": "SUSPENDED"},
                  {"Id": "555566667777", "Name": "twin", "State": "ACTIVE"},
                  {"Id": "666677778888", "Name": "Twin", "State": "ACTIVE"}]}
                """.formatted(SampleTrail.PRODUCTION);
    }

    private String count(String accounts) {
        return shell.run("sql", SQL, "--logs", logs.toString(), "--all-time", "--format", "csv", "--account", accounts)
                .succeeded()
                .out();
    }

    private void imported() {
        shell.typing(pages()).run("accounts", "import", "-").succeeded().said("imported 4 accounts");
    }

    @Test
    void pages_that_are_imported_are_listed_by_name_in_a_file_of_the_owner_alone() throws IOException {
        imported();

        shell.run("accounts", "--format", "csv")
                .succeeded()
                .printedExactly("name,account,status\naudit,444455556666,SUSPENDED\nProd," + SampleTrail.PRODUCTION
                        + ",ACTIVE\ntwin,555566667777,ACTIVE\nTwin,666677778888,ACTIVE\n");
        Path file = folder.resolve("home/.local/share/trailwise/accounts.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().doesNotContain("example.com");
    }

    @Test
    void a_name_in_any_case_means_its_account_also_among_ids() throws IOException {
        SampleTrail.write(Files.createDirectories(logs));
        imported();
        String byId = count(SampleTrail.PRODUCTION.digits());

        assertThat(count("prod")).isEqualTo(byId).isNotEqualTo("n\n0\n");
        assertThat(count("PROD,444455556666")).isEqualTo(byId);
    }

    @Test
    void a_table_on_a_terminal_names_accounts_and_a_program_gets_ids() throws IOException {
        SampleTrail.write(Files.createDirectories(logs));
        imported();
        String id = SampleTrail.PRODUCTION.digits();
        String[] grouped = {
            "sql",
            "SELECT account AS owner_account, '" + id + "' AS other, count(*) AS n FROM cloudtrail GROUP BY 1, 2",
            "--logs",
            logs.toString(),
            "--all-time"
        };

        shell.with("TRAILWISE_TTY", "1")
                .run(grouped)
                .succeeded()
                .printed(id + " (Prod)  " + id + "  ", "111122223333  ");
        for (String format : List.of("table", "csv", "tsv", "json", "markdown")) {
            assertThat(shell.with("TRAILWISE_TTY", format.equals("table") ? "" : "1")
                            .run(Stream.concat(Stream.of(grouped), Stream.of("--format", format, "--no-pager"))
                                    .toArray(String[]::new))
                            .succeeded()
                            .out())
                    .as(format)
                    .contains(id)
                    .doesNotContain("(Prod)");
        }
    }

    @Test
    void the_line_below_an_answer_names_a_few_accounts() throws IOException {
        SampleTrail.write(Files.createDirectories(logs));
        String[] words = {"sql", SQL, "--logs", logs.toString(), "--all-time", "--account"};
        String[] one = Stream.concat(Stream.of(words), Stream.of(SampleTrail.PRODUCTION.digits()))
                .toArray(String[]::new);
        shell.run(one).succeeded().said(", 1 account, ");
        imported();

        shell.run(one).succeeded().said(", 1 account: " + SampleTrail.PRODUCTION + " (Prod), ");
    }

    @Test
    void accounts_of_the_bucket_that_the_list_does_not_have_are_said_once() throws IOException {
        try (LocalAws aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC))) {
            aws.environment().forEach(shell::with);
            String[] init = {"init", "--bucket", LocalAws.TRAIL, "--stdout"};
            assertThat(shell.run(init).succeeded().err()).doesNotContain("no name");
            imported();

            shell.run(init)
                    .succeeded()
                    .said(
                            SampleTrail.PRODUCTION + " (Prod)",
                            "2 accounts have no name: " + SampleTrail.MANAGEMENT + ", " + SampleTrail.DEVELOPMENT,
                            "trailwise accounts import");
            assertThat(shell.run("table", "create", "--dry-run").succeeded().err())
                    .containsOnlyOnce("have no name");
        }
    }

    @Test
    void a_name_that_is_unknown_or_of_several_accounts_is_refused() {
        shell.run("sql", SQL, "--logs", logs.toString(), "--account", "prod")
                .exited(2)
                .said("unknown account 'prod'", "trailwise accounts import");
        imported();

        shell.run("sql", SQL, "--logs", logs.toString(), "--account", "prd")
                .exited(2)
                .said("unknown account 'prd'; did you mean 'Prod'?");
        shell.run("cache", "build", "--logs", logs.toString(), "--account", "TWIN")
                .exited(2)
                .said("several accounts are named 'TWIN'; use an id: 555566667777, 666677778888");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"Accounts\": []}",
                "{\"Accounts\": [{\"Id\": \"1\", \"Name\": \"a\"}]}",
                "{\"Accounts\": [{\"Id\": \"444455556666\"}]}",
                "{\"Accounts\": [{\"Id\": \"444455556666\", \"Name\": \"\\u001b[31m\"}]}",
                "{\"Accounts\": [{\"Id\": \"444455556666\", \"Name\": \"a\"}], \"NextToken\": \"x\"}",
                "{\"Accounts\": [",
            })
    void what_is_not_a_whole_list_is_refused_and_the_list_before_stays(String json) {
        imported();

        shell.typing(json).run("accounts", "import", "-").exited(2);

        shell.run("accounts").succeeded().printed("audit");
    }
}
