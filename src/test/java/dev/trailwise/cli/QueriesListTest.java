package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.query.Library;
import dev.trailwise.query.SavedQuery;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of saved queries, as people and programs read it. */
class QueriesListTest {
    private static final List<SavedQuery> ALL = Library.shipped().all().queries();

    @TempDir
    Path folder;

    @Test
    void every_name_and_title_is_whole_within_eighty_columns() {
        String out = run("queries", "list");

        assertThat(out.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        List<String> words = List.of(out.split("\\s+"));
        assertThat(words).containsAll(ALL.stream().map(SavedQuery::name).toList());
        String text = String.join(" ", words);
        assertThat(ALL).allSatisfy(query -> assertThat(text).contains(query.name() + " " + marked(query)));
        assertThat(out).doesNotContain("…");
    }

    private static String marked(SavedQuery query) {
        return query.detection().map(found -> "[" + found.level() + "] ").orElse("")
                + query.title()
                + (query.needs().isEmpty() ? "" : " (needs " + query.needs() + ")");
    }

    @Test
    void a_topic_is_a_heading_over_its_queries() {
        assertThat(run("queries", "list", "--topic", "signin,keys").lines().filter(line -> !line.startsWith(" ")))
                .containsExactly("keys", "", "signin");
        assertThat(run("queries")).isEqualTo(run("queries", "list"));
    }

    @Test
    void words_select_by_name_title_and_description_whatever_their_case() {
        assertThat(names("ROOT", "Sign-ins")).contains("root-login").doesNotContain("key-activity");
        assertThat(names("no-such-word")).isEmpty();
        new Shell(folder).run("queries", "list", "no-such-word").succeeded().said("0 saved queries. ");
    }

    @Test
    void a_technique_selects_its_sub_techniques_too() {
        assertThat(names("--mitre", "t1562"))
                .contains("cloudtrail-tampering")
                .containsExactlyElementsOf(ALL.stream()
                        .filter(query -> query.mitre().stream().anyMatch(id -> id.startsWith("T1562")))
                        .map(SavedQuery::name)
                        .toList());
        assertThat(names("--mitre", "T156")).isEmpty();
    }

    @Test
    void detections_can_be_listed_alone() {
        assertThat(names("--detections"))
                .containsExactlyElementsOf(ALL.stream()
                        .filter(query -> query.detection().isPresent())
                        .map(SavedQuery::name)
                        .toList());
    }

    @Test
    void an_unknown_topic_is_an_error() {
        new Shell(folder)
                .run("queries", "list", "--topic", "signins")
                .exited(2)
                .said("unknown topic 'signins'; did you mean 'signin'?");
    }

    @Test
    void programs_get_a_row_for_each_query() {
        assertThat(run("queries", "list", "--topic", "keys,signin", "--format", "csv"))
                .startsWith("topic,name,kind,level,needs,mitre,title\n")
                .contains("keys,key-activity,query,,access_key,T1078.004,Everything an access key did\n")
                .contains("signin,root-login,detection,high,,");
    }

    @Test
    void one_query_is_shown_with_how_to_run_and_price_it() {
        assertThat(run("queries", "show", "key-activity"))
                .contains("access_key  access-key: AKIA… or ASIA…", "FROM cloudtrail")
                .contains("Run it:   trailwise run key-activity access_key=AKIAIOSFODNN7EXAMPLE --logs DIR --from 7d\n")
                .contains("Price it: trailwise run key-activity access_key=AKIAIOSFODNN7EXAMPLE --from 7d --dry-run\n");
        assertThat(run("queries", "show", "root-login")).contains("Level: high");
    }

    private List<String> names(String... filter) {
        String[] args = new String[filter.length + 6];
        System.arraycopy(new String[] {"queries", "list", "--columns", "name", "--format", "ndjson"}, 0, args, 0, 6);
        System.arraycopy(filter, 0, args, 6, filter.length);
        return run(args)
                .lines()
                .map(line -> line.replaceAll(".*:\"(.*)\"}", "$1"))
                .toList();
    }

    private String run(String... args) {
        return new Shell(folder).run(args).succeeded().out();
    }
}
