package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Findings in the formats of other tools. */
class HuntFormatsTest extends HuntCase {
    @Test
    void findings_go_to_a_store_of_findings_as_ocsf() throws IOException {
        Shell.Result result = hunt("--detection", "trail-gone,any-of,busy", "names=DeleteTrail", "--format", "ocsf");
        List<JsonNode> findings =
                result.succeeded().out().lines().map(HuntCase::json).toList();
        assertThat(findings).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.path("class_uid").asInt()).isEqualTo(2004);
            assertThat(finding.path("type_uid").asInt()).isEqualTo(200_401);
            assertThat(finding.path("time").asLong()).isEqualTo(Shell.NOW.toEpochMilli());
            assertThat(finding.at("/metadata/version").asText()).isEqualTo("1.5.0");
            assertThat(finding.at("/metadata/product/vendor_name").asText()).isNotEmpty();
            assertThat(finding.at("/finding_info/uid").asText()).isNotEmpty();
            assertThat(finding.path("evidences").get(0).has("data")).isTrue();
        });
        JsonNode gone = findings.stream()
                .filter(finding -> finding.at("/finding_info/uid").asText().equals("trail-gone:a2"))
                .findFirst()
                .orElseThrow();
        assertThat(gone.path("severity_id").asInt()).isEqualTo(5);
        assertThat(gone.path("severity").asText()).isEqualTo("Critical");
        assertThat(gone.path("start_time").asLong())
                .isEqualTo(Instant.parse("2026-10-10T12:01:00Z").toEpochMilli());
        assertThat(gone.at("/evidences/0/api/operation").asText()).isEqualTo("DeleteTrail");
        assertThat(gone.at("/evidences/0/api/service/name").asText()).isEqualTo("cloudtrail");
        assertThat(gone.at("/cloud/account/uid").asText()).isEqualTo("111122223333");
    }

    @Test
    void a_layer_of_the_navigator_scores_techniques_by_findings() throws IOException {
        own(
                "stopped",
                "high",
                "SELECT eventid FROM cloudtrail WHERE eventname IN ('StopLogging', 'DeleteTrail')",
                "mitre: [T1562.008]\n");
        own("never", "low", "SELECT eventid FROM cloudtrail WHERE eventname = 'Never'", "mitre: [T1110, T1562.008]\n");
        Shell.Result result = hunt("--detection", "stopped,never,busy", "--format", "navigator");
        JsonNode layer = json(result.succeeded().out());
        assertThat(layer.at("/versions/layer").asText()).isEqualTo("4.5");
        assertThat(layer.path("domain").asText()).isEqualTo("enterprise-attack");
        assertThat(layer.at("/gradient/maxValue").asInt()).isEqualTo(2);
        assertThat(layer.path("techniques"))
                .extracting(
                        technique -> technique.path("techniqueID").asText(),
                        technique -> technique.path("score").asInt(),
                        technique -> technique.path("comment").asText())
                .containsExactly(
                        tuple("T1110", 0, "never (low): 0"),
                        tuple("T1562.008", 2, "stopped (high): 2\nnever (low): 0"));
    }

    @Test
    void a_detection_is_a_test_case_for_continuous_integration() throws Exception {
        Shell.Result result = hunt(
                "--detection",
                "trail-gone,who-lists,any-of",
                "--format",
                "junit",
                "--fail-on",
                "medium",
                "-o",
                "t.xml");
        assertThat(result.exit()).isEqualTo(10);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("t.xml").toFile())
                .getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(suite.getElementsByTagName("system-out").getLength()).isEqualTo(1);
        assertThat(suite.getTextContent())
                .contains("DeleteTrail", "\\u001b[31mred")
                .doesNotContain("\u001b");
    }

    @Test
    void findings_go_to_a_timeline() throws IOException {
        JsonNode line = json(hunt("--detection", "trail-gone", "--format", "timesketch")
                .succeeded()
                .out()
                .strip());
        assertThat(line.path("message").asText())
                .isEqualTo("critical trail-gone: cloudtrail:DeleteTrail by arn:aws:iam::111122223333:user/alice on main"
                        + ": success");
        assertThat(line.path("datetime").asText()).isEqualTo("2026-10-10T12:01:00Z");
        assertThat(line.path("timestamp_desc").asText()).isEqualTo("eventtime");
    }

    @Test
    void a_chart_is_of_the_numbers_of_a_summary() {
        hunt("-o", "f.svg").exited(2).said("a chart of findings needs their numbers", "--summary");
        hunt("--chart").exited(2).said("--chart does not apply to findings");
        hunt("--detection", "trail-gone,any-of,busy", "--summary", "-o", "f.svg")
                .succeeded();
        assertThat(folder.resolve("f.svg"))
                .content()
                .contains("findings by level, detection", "medium any-of")
                .doesNotContain("in the table below");
    }

    @Test
    void formats_of_findings_are_refused_where_there_are_none_or_not_all() {
        Shell shell = new Shell(folder);
        shell.run("sql", "SELECT 1", "--logs", "logs", "--format", "ocsf")
                .exited(2)
                .said("ocsf is a format of findings; 'trailwise hunt' writes it");
        shell.run("queries", "list", "--format", "navigator").exited(2).said("navigator is a format of findings");
        hunt("--format", "ocsf", "--summary").exited(2).said("--summary does not apply to ocsf");
        hunt("--format", "junit", "--limit", "1").exited(2).said("--limit does not apply to junit");
        hunt("--format", "navigator", "--columns", "action").exited(2).said("--columns does not apply to navigator");
    }
}
