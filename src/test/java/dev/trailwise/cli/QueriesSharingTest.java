package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.testing.aws.GlueServer;
import dev.trailwise.testing.aws.S3Server;
import dev.trailwise.testing.aws.athena.AthenaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved queries on their way to Athena's console and back, against its real protocol. */
class QueriesSharingTest {
    private static final String FILE = """
            /*---
            title: Mine
            parameters: {user: {type: string, example: alice}}
            ---*/
            SELECT eventname FROM cloudtrail WHERE useridentity.username = :user
            """;

    @TempDir
    Path folder;

    @TempDir
    Path buckets;

    private final GlueServer glue = new GlueServer();
    private S3Server s3;
    private AthenaServer athena;
    private Path mine;

    @BeforeEach
    void serve() throws IOException {
        s3 = new S3Server(buckets);
        athena = new AthenaServer(glue, s3, Clock.systemUTC());
        mine = folder.resolve("home/.config/trailwise/queries/own/mine.sql");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, FILE);
    }

    @AfterEach
    void stop() {
        athena.close();
        glue.close();
        s3.close();
    }

    @Test
    void pushing_twice_changes_nothing_the_second_time() {
        shell().run("queries", "push").succeeded().printedExactly("mine  created\n");
        shell().run("queries", "push").succeeded().printedExactly("mine  unchanged\n");

        assertThat(athena.namedQueries()).hasSize(1);
        ObjectNode query = athena.namedQueries().get(0);
        assertThat(query.path("Name").asText()).isEqualTo("mine");
        assertThat(query.path("Database").asText()).isEqualTo("security");
        assertThat(query.path("Description").asText()).startsWith("Mine\n[trailwise own/mine ");
        assertThat(query.path("QueryString").asText())
                .contains("\"security\".\"cloudtrail_logs\"", "/*{:user*/'alice'/*}*/");
    }

    @Test
    void a_change_here_is_pushed_and_one_there_is_not_overwritten_unasked() throws IOException {
        shell().run("queries", "push").succeeded();
        Files.writeString(mine, FILE.replace("title: Mine", "title: Still mine"));
        shell().run("queries", "push", "--dry-run").succeeded().printedExactly("mine  would be updated\n");
        shell().run("queries", "push").succeeded().printedExactly("mine  updated\n");

        ObjectNode query = athena.namedQueries().get(0);
        String edited = query.path("QueryString").asText().replace("SELECT eventname", "SELECT eventsource");
        query.put("QueryString", edited);

        shell().run("queries", "push")
                .exited(2)
                .printedExactly("mine  left as it is: changed in Athena\n")
                .said("queries pull", "--force");
        assertThat(athena.namedQueries().get(0).path("QueryString").asText()).isEqualTo(edited);
        shell().run("queries", "pull")
                .exited(2)
                .printed("mine  kept: ", "differs")
                .said("--force replaces them");
        shell().run("queries", "pull", "--force").succeeded().printed("mine  updated ");
        assertThat(mine)
                .hasContent(FILE.replace("title: Mine", "title: Still mine")
                        .replace("SELECT eventname", "SELECT eventsource"));
        shell().run("queries", "push").succeeded().printedExactly("mine  updated\n");
        shell().run("queries", "pull").succeeded().printedExactly("mine  unchanged\n");
    }

    @Test
    void line_ends_and_blanks_that_an_editor_changed_are_no_change() {
        shell().run("queries", "push").succeeded();
        ObjectNode query = athena.namedQueries().get(0);
        query.put("QueryString", query.path("QueryString").asText().strip().replace("\n", "\r\n"));

        shell().run("queries", "push").succeeded().printedExactly("mine  unchanged\n");
        shell().run("queries", "pull").succeeded().printedExactly("mine  unchanged\n");
    }

    @Test
    void what_was_pushed_by_one_is_pulled_by_another() throws IOException {
        shell().run("queries", "push").succeeded();
        Files.delete(mine);

        shell().run("queries", "pull", "--dry-run").succeeded().printed("mine  would be created ");
        assertThat(mine).doesNotExist();
        shell().run("queries", "pull").succeeded().printed("mine  created ");

        assertThat(mine).hasContent(FILE);
    }

    @Test
    void shipped_queries_are_pushed_when_they_are_named_and_need_not_be_pulled() throws IOException {
        shell().run("queries", "push", "--topic", "keys,signin", "root-login")
                .succeeded()
                .printed("key-activity  created", "root-login  created", "root-activity  created");
        shell().run("queries", "pull", "key-activity").succeeded().printedExactly("key-activity  unchanged\n");
        assertThat(folder.resolve("home/.config/trailwise/queries/keys")).doesNotExist();
        Files.delete(mine);
        shell().run("queries", "push").exited(2).said("nothing to push", "--topic signin");
        shell().run("queries", "push", "root-activty").exited(2).said("root-activity");
    }

    @Test
    void queries_of_others_are_left_alone_and_their_names_cannot_lead_out_of_the_folder() throws IOException {
        String theirs = "/*---\ntitle: T\n---*/\nSELECT 1 FROM cloudtrail\n";
        athena.putNamedQuery("primary", "mine", "by somebody else", "SELECT 1");
        athena.putNamedQuery("primary", "evil", "x [trailwise ../../../evil 00000000]", theirs);
        athena.putNamedQuery("primary", "esc", "x [trailwise own/\u001b[31mred 00000000]", theirs);
        athena.putNamedQuery("primary", "no-query", "x [trailwise own/no-query 00000000]", "DROP TABLE \u001b[2J");
        athena.putNamedQuery("other", "elsewhere", "x [trailwise own/elsewhere 00000000]", theirs);

        Shell.Result result = shell().run("queries", "pull").exited(2).printedExactly("");

        assertThat(result.err())
                .contains("no plain path of a query: ../../../evil", "own/\\u001b[31mred", "own/no-query:1:")
                .doesNotContain("\u001b", "elsewhere");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(mine);
        }
        shell().run("queries", "push").succeeded().printedExactly("mine  created\n");
        assertThat(athena.namedQueries()).hasSize(6);
    }

    @Test
    void more_queries_than_a_page_holds_are_all_seen() {
        for (int n = 0; n < 120; n++) {
            athena.putNamedQuery("primary", "q" + n, "", "SELECT 1");
        }
        shell().run("queries", "push").succeeded();
        shell().run("queries", "push").succeeded().printedExactly("mine  unchanged\n");
    }

    @Test
    void a_missing_permission_is_named() {
        athena.service().failNext("ListNamedQueries", 400, "AccessDeniedException");
        shell().run("queries", "push").exited(4).said("athena:ListNamedQueries", "workgroup primary");
        athena.service().failNext("CreateNamedQuery", 400, "AccessDeniedException");
        shell().run("queries", "push").exited(4).said("athena:CreateNamedQuery");
    }

    private Shell shell() {
        Shell shell = new Shell(folder);
        glue.environment().forEach(shell::with);
        athena.environment().forEach(shell::with);
        return shell;
    }
}
