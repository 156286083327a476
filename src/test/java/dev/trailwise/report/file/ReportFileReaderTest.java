package dev.trailwise.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.query.detection.Level;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFileReaderTest {
    @TempDir
    Path folder;

    @Test
    void every_part_is_read() throws IOException {
        ReportFile report = read("""
                title: The incident
                notes: |
                  First.

                  Second.
                from: 2026-10-07
                to: yesterday
                accounts: ["111122223333"]
                regions: us-east-1
                parts:
                  - overview
                  - hunt
                  - hunt: {min_level: high, topics: [iam], mitre: T1078, sigma: rules, parameters: {own_accounts: ["1", "2"]}}
                    title: What is high
                  - query: key-activity
                    parameters: {access_key: AKIAIOSFODNN7EXAMPLE}
                  - sql: |
                      SELECT 1
                  - follow: svc-backup
                    siblings: true
                """);

        assertThat(report.title()).isEqualTo("The incident");
        assertThat(report.notes()).isEqualTo("First.\n\nSecond.\n");
        assertThat(report.scope())
                .isEqualTo(new FileScope(
                        Optional.of("2026-10-07"),
                        Optional.of("yesterday"),
                        false,
                        List.of(new AccountId("111122223333")),
                        List.of(new Region("us-east-1"))));
        assertThat(report.parts()).hasSize(6);
        assertThat(report.parts().get(2))
                .isEqualTo(new PartSpec.Hunt(
                        Optional.of("What is high"),
                        List.of(),
                        List.of("iam"),
                        List.of("T1078"),
                        Level.HIGH,
                        List.of(folder.resolve("rules")),
                        List.of("own_accounts=1,2")));
        assertThat(report.parts().get(3))
                .isEqualTo(new PartSpec.Saved(
                        Optional.empty(), "key-activity", List.of("access_key=AKIAIOSFODNN7EXAMPLE")));
        assertThat(report.parts().get(5)).isEqualTo(new PartSpec.Follow(Optional.empty(), "svc-backup", true));
    }

    @Test
    void a_file_without_parts_is_about_the_whole_picture() throws IOException {
        assertThat(read("title: x\n").parts()).isEqualTo(ReportFile.WHOLE_PICTURE.parts());
        assertThat(read("").title()).isEqualTo(ReportFile.WHOLE_PICTURE.title());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            titel: x | 1:1: unknown key 'titel'; did you mean 'title'?
            parts: [overview, hnut] | 1:19: 'hnut' is not a part; did you mean 'hunt'?
            parts: [{hunt: {min_levle: high}}] | 1:17: unknown key 'min_levle'; did you mean 'min_level'?
            parts: [{hunt: {min_level: hgih}}] | 1:28: unknown level 'hgih'; levels are
            parts: [{hunt: high}] | 1:16: hunt takes the keys min_level,
            parts: [{query: a, sql: b}] | 1:20: a part is one of overview, hunt, query, sql, follow; write sql
            parts: [{query: a, title: b, siblings: true}] | 1:30: unknown key 'siblings'
            parts: [{query: a, parameters: b}] | 1:32: parameters must be a mapping
            parts: [{sql: [a]}] | 1:15: sql must be a single value
            parts: [{follow: ""}] | 1:10: follow has no value
            parts: [[a]] | 1:9: a part is one of
            parts: {} | 1:8: parts must be a list
            parts: [] | 1:8: parts must be a list
            [a] | 1:1: a report is a mapping with the keys title, notes
            from: 2026-13-45 | 1:7: not a time: '2026-13-45'
            all_time: maybe | 1:11: all_time must be true or false, not 'maybe'
            {all_time: true, to: now} | 1:12: all_time cannot be combined with from or to
            accounts: [12] | 1:12: not an AWS account id: '12'
            regions: [mars] | 1:11: not an AWS Region: 'mars'
            {title: a, title: b} | 1:12: duplicate key 'title'
            a: [ | 1:5: invalid YAML:
            a: &x 1 | 1:1: unknown key 'a'
            """)
    void what_is_wrong_is_shown_at_its_place(String text, String problem) {
        String place = problem.split(":")[0] + ":" + problem.split(":")[1];
        int column = Integer.parseInt(problem.split(":")[1]);
        assertThatThrownBy(() -> read(text))
                .hasMessageStartingWith("incident.yaml:" + place)
                .hasMessageContaining(problem)
                .hasMessageEndingWith("\n" + text + "\n" + " ".repeat(column - 1) + "^");
    }

    @Test
    void the_example_of_the_documentation_is_one() throws IOException {
        String page = Files.readString(Path.of("docs/report.md"));

        assertThat(read(page.replaceFirst("(?s).*```yaml\n(.*?)```.*", "$1")).parts())
                .hasSize(5);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() ->
                        ReportFileReader.read(folder.resolve("none.yaml"), folder, AccountId::new, Clock.systemUTC()))
                .hasMessageContaining("none.yaml: there is no such file");
    }

    private ReportFile read(String text) throws IOException {
        Path file = folder.resolve("incident.yaml");
        Files.writeString(file, text);
        return ReportFileReader.read(
                file, folder, AccountId::new, Clock.fixed(Instant.parse("2026-10-11T08:00:00Z"), ZoneOffset.UTC));
    }
}
