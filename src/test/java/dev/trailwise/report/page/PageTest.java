package dev.trailwise.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.svg.BarsSvg;
import dev.trailwise.report.page.Block.Fact;
import dev.trailwise.report.page.Block.TreeNode;
import dev.trailwise.report.page.DataTable.Column;
import dev.trailwise.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final DataTable CUT = new DataTable(
            "Findings",
            List.of(Column.time("eventtime"), Column.text("action"), Column.number("calls")),
            List.of(List.of("2026-10-07T03:00:00Z", "iam:CreateUser", "1,234")),
            134);

    private static final Page PAGE = new Page(
            "An incident",
            List.of(
                    new Block.Alert("This report is incomplete", List.of("1 of 2 files could not be read:\n  a.json")),
                    new Block.Prose("First\nparagraph.\n\nSecond & last."),
                    new Block.Facts(List.of(new Fact("Cost", "free")))),
            List.of(
                    new Section(
                            "Overview",
                            List.of(new Block.Columns(List.of(new Block.Picture(
                                    "Top actions",
                                    id -> BarsSvg.of(
                                            new Bars("Top actions", "events", List.of(new Bars.Bar("a", 1))), id),
                                    new DataTable(
                                            "Numbers", List.of(Column.text("action")), List.of(List.of("a")))))))),
                    new Section(
                            "Detections",
                            List.of(new Block.Table(CUT)),
                            List.of(new Section(
                                    "high: x",
                                    List.of(
                                            new Block.Code("SQL", "SELECT 1\n\tWHERE a < b"),
                                            new Block.Tree(List.of(new TreeNode(
                                                    "AKIA1",
                                                    List.of("no calls"),
                                                    List.of(new TreeNode("AKIA2", List.of(), List.of())))))))))),
            "Created 2026-10-11T08:00:00Z");

    @Test
    void a_page_is_written_as_it_was_looked_at() {
        String html = PAGE.html()
                .replaceAll("(?s)<style>.*?</style>", "<style>…</style>")
                .replaceAll("(?s)<script>.*?</script>", "<script>…</script>")
                .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-…");

        Golden.assertMatches("report/page.html.txt", html);
    }

    @Test
    void only_the_style_and_the_script_of_the_program_are_allowed_by_their_hashes() throws Exception {
        String html = PAGE.html();
        assertThat(html).containsOnlyOnce("<script>").containsOnlyOnce("<style>");
        String policy = html.replaceFirst("(?s).*Content-Security-Policy\" content=\"([^\"]*)\".*", "$1")
                .replace("&#39;", "'");

        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash(html, "style") + "'; script-src 'sha256-"
                        + hash(html, "script") + "'; img-src data:; base-uri 'none'; form-action 'none'");
    }

    private static String hash(String html, String element) throws Exception {
        Matcher content =
                Pattern.compile("(?s)<" + element + ">(.*)</" + element + ">").matcher(html);
        assertThat(content.find()).isTrue();
        byte[] bytes = content.group(1).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void the_script_is_small_and_makes_no_markup_of_texts() {
        String script = PAGE.html().replaceFirst("(?s).*<script>(.*)</script>.*", "$1");

        assertThat(script.length()).isLessThan(10_000);
        assertThat(script)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "fetch", "</");
    }

    @Test
    void a_table_that_is_cut_says_so() {
        assertThat(PAGE.html()).contains("first 1 of 134 rows");
    }
}
