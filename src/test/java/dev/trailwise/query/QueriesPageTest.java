package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/queries.md are written from the queries and the types themselves. */
class QueriesPageTest {
    private static final Path PAGE = Path.of("docs", "queries.md");

    @Test
    void the_page_lists_every_type() throws IOException {
        check(
                "types",
                Stream.of(ParameterType.values())
                        .map(type -> "| `" + type + "` | " + type.meaning() + " | `" + type.example() + "` | "
                                + type.sqlType() + " |")
                        .collect(Collectors.joining(
                                "\n", "| type | values | for example | in SQL |\n|---|---|---|---|\n", "")));
    }

    @Test
    void the_page_lists_every_query() throws IOException {
        List<SavedQuery> queries = Library.shipped().all().queries();
        StringBuilder page = new StringBuilder();
        for (String topic : queries.stream().map(SavedQuery::topic).distinct().toList()) {
            page.append("\n### ").append(topic).append("\n\n| query | answers | takes | ATT&CK |\n|---|---|---|---|\n");
            queries.stream().filter(query -> query.topic().equals(topic)).forEach(query -> page.append(row(query)));
        }
        check("queries", page.toString().strip());
    }

    private static String row(SavedQuery query) {
        String takes = query.parameters().stream()
                .map(parameter -> parameter.required() ? "**" + parameter.name() + "**" : parameter.name())
                .collect(Collectors.joining(", "));
        return "| `" + query.name() + "` | " + query.title() + " | " + takes + " | " + String.join(", ", query.mitre())
                + " |\n";
    }

    private static void check(String section, String expected) throws IOException {
        String begin = "<!-- " + section + " -->\n";
        String end = "\n<!-- end of " + section + " -->";
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (Boolean.getBoolean("golden.update")) {
            page = page.substring(0, from) + expected + page.substring(to);
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
            to = page.indexOf(end);
        }
        assertThat(page.substring(from, to))
                .as("docs/queries.md, %s; write it with -Dgolden.update=true", section)
                .isEqualTo(expected);
    }
}
