package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are longer than the terminal's window go through a pager. */
class PagerTest {
    private static final String LONG = "SELECT n FROM UNNEST(sequence(1, 200)) AS t(n)";
    private static final String ENDLESS =
            "SELECT a.n, b.n AS m FROM UNNEST(sequence(1, 2000)) AS a(n), UNNEST(sequence(1, 2000)) AS b(n)";

    @TempDir
    Path folder;

    private Path paged;
    private String plain = "";

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        paged = folder.resolve("paged");
        plain = sql(shell(), LONG, "--no-pager").succeeded().out();
        assertThat(plain.lines()).hasSize(202);
    }

    @Test
    void a_long_answer_goes_to_the_pager_whole() {
        sql(paging(), LONG).succeeded().printedExactly("");

        assertThat(paged).content(StandardCharsets.UTF_8).isEqualTo(plain);
    }

    @Test
    void an_answer_that_fits_the_window_does_not() {
        sql(paging().with("TRAILWISE_LINES", "203"), LONG).succeeded().printedExactly(plain);

        assertThat(paged).doesNotExist();
    }

    @Test
    void lines_that_wrap_count_as_they_are_shown() {
        String wide = "SELECT rpad('', 400, 'x') AS x FROM UNNEST(sequence(1, 4)) AS t(n)";
        sql(paging(), wide, "--format", "csv").succeeded().printedExactly("");

        assertThat(paged).content().hasLineCount(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "markdown"})
    void every_format_is_shown_so_on_a_terminal(String format) {
        sql(paging(), LONG, "--format", format).succeeded().printedExactly("");

        assertThat(paged).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "02"})
    void a_pipe_gets_the_rows_itself(String terminals) {
        sql(paging().with("TRAILWISE_TTY", terminals), LONG).succeeded().printed("200");

        assertThat(paged).doesNotExist();
    }

    @Test
    void a_file_gets_the_rows_itself() {
        Path file = folder.resolve("rows.csv");
        sql(paging(), LONG, "-o", file.toString()).succeeded();

        assertThat(file).content().hasLineCount(201);
        assertThat(paged).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "cat"})
    void no_pager_is_named_by_an_empty_name_and_by_cat(String pager) {
        sql(paging().with("PAGER", pager), LONG).succeeded().printedExactly(plain);
        sql(paging().with("TRAILWISE_PAGER", pager), LONG).succeeded().printedExactly(plain);

        assertThat(paged).doesNotExist();
    }

    @Test
    void the_flag_and_the_setting_turn_it_off() throws Exception {
        sql(paging(), LONG, "--no-pager").succeeded().printedExactly(plain);
        sql(paging().with("TRAILWISE_OUTPUT_PAGER", "never"), LONG).succeeded().printedExactly(plain);
        Files.writeString(folder.resolve("trailwise.yaml"), "output:\n  pager: never\n");
        sql(paging(), LONG).succeeded().printedExactly(plain);

        assertThat(paged).doesNotExist();
    }

    @Test
    void the_program_s_own_variable_goes_before_the_one_of_all_programs() {
        sql(paging().with("TRAILWISE_PAGER", "head -n 1 > first"), LONG).succeeded();

        assertThat(paged).doesNotExist();
        assertThat(folder.resolve("first")).content().hasLineCount(1);
    }

    @Test
    void the_shell_reads_its_value() {
        sql(shell().with("PAGER", "tr 0-9 '#' | sed 's/#/a b/' > \"$OUT\"").with("OUT", paged.toString()), LONG)
                .succeeded();

        assertThat(paged).content().endsWith("a b##\n");
    }

    @Test
    void without_a_name_it_is_less_where_there_is_one() throws Exception {
        Path less = Files.createDirectories(folder.resolve("bin")).resolve("less");
        Files.writeString(less, "#!/bin/sh\necho \"$@\" > " + paged + "\ncat > /dev/null\n");
        assertThat(less.toFile().setExecutable(true)).isTrue();
        sql(shell().with("PATH", less.getParent() + ":/usr/bin:/bin"), LONG)
                .succeeded()
                .printedExactly("");

        assertThat(paged).hasContent("-FRX");
        sql(shell().with("PATH", folder.toString()), LONG).succeeded().printedExactly(plain);
    }

    @Test
    void less_gets_options_where_the_user_has_set_none() {
        String pager = "printf %s \"$LESS\" > " + paged + "; cat > /dev/null";
        sql(shell().with("PAGER", pager), LONG).succeeded();
        assertThat(paged).hasContent("FRX");

        sql(shell().with("PAGER", pager).with("LESS", "-S"), LONG).succeeded();
        assertThat(paged).hasContent("-S");
    }

    @Test
    void who_leaves_the_pager_early_has_seen_enough() {
        Shell.Result result = sql(shell().with("PAGER", "head -n 3 > " + paged), ENDLESS);

        assertThat(result.exited(0).err()).doesNotContain("error", "Exception", "bug");
        assertThat(paged).content().hasLineCount(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {LONG, ENDLESS})
    void a_pager_that_cannot_be_run_is_an_error(String sql) {
        sql(shell().with("PAGER", "no-such-pager 2> /dev/null"), sql)
                .exited(8)
                .said("no-such-pager", "127", "--no-pager");
    }

    @Test
    void the_messages_come_after_the_pager_has_ended() {
        Path left = folder.resolve("left");
        List<Boolean> ended = new ArrayList<>();
        ByteArrayOutputStream screen = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                if (new String(bytes, offset, length, StandardCharsets.UTF_8).contains("200 rows")) {
                    ended.add(Files.exists(left));
                }
                super.write(bytes, offset, length);
            }
        };
        String pager = "cat > " + paged + "; sleep 0.5; touch " + left;
        shell().with("PAGER", pager).onScreen(screen, arguments(LONG)).succeeded();

        assertThat(ended).isNotEmpty().containsOnly(true);
    }

    @Test
    void the_exit_code_is_that_of_the_query() {
        sql(paging(), LONG, "--fail-on-rows").exited(10);
        assertThat(paged).content(StandardCharsets.UTF_8).isEqualTo(plain);

        String failing = "SELECT 1 / (3500 - n) FROM UNNEST(sequence(1, 4000)) AS t(n)";
        sql(paging(), failing)
                .exited(sql(shell(), failing, "--no-pager").exit())
                .said("error");
    }

    private Shell paging() {
        return shell().with("PAGER", "cat > " + paged);
    }

    private Shell shell() {
        return new Shell(folder)
                .with("TRAILWISE_TTY", "012")
                .with("TRAILWISE_LINES", "20")
                .with("PATH", "/usr/bin:/bin");
    }

    private Shell.Result sql(Shell shell, String sql, String... more) {
        return shell.run(arguments(sql, more));
    }

    private String[] arguments(String sql, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("sql", sql, "--logs", folder.resolve("logs").toString(), "--all-time", "--no-cache"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
