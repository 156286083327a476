package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.detection.Detection;
import dev.trailwise.query.detection.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    @TempDir
    Path folder;

    @Test
    void reads_a_query_with_all_that_its_front_matter_says() throws IOException {
        write("hunting/odd-hours.sql", """
                /*---
                title: Who works at night
                description: >-
                  One line
                  of two.
                parameters:
                  user: {type: principal, help: who, example: 0012}
                  names:
                    type: event-name
                    list: true
                    default: [RunInstances, CreateUser]
                  from_ip: {type: cidr, optional: true}
                mitre: T1078
                kind: detection
                level: high
                false_positives: The night shift.
                ---*/
                SELECT 1
                WHERE :user = 'x' AND 'y' IN (:names) AND :from_ip IS NULL
                """);
        SavedQuery query = Library.with(folder).query("odd-hours");
        assertThat(query.topic()).isEqualTo("hunting");
        assertThat(query.title()).isEqualTo("Who works at night");
        assertThat(query.description()).isEqualTo("One line of two.");
        assertThat(query.mitre()).containsExactly("T1078");
        assertThat(query.detection()).contains(new Detection(Level.HIGH, "The night shift."));
        assertThat(query.sql().firstLine()).isEqualTo(18);
        assertThat(query.sql().name()).isEqualTo(folder + "/hunting/odd-hours.sql");
        assertThat(query.parameters()).extracting(Parameter::name).containsExactly("user", "names", "from_ip");
        assertThat(query.parameters()).extracting(Parameter::required).containsExactly(true, false, false);
        assertThat(query.exampleArguments()).containsExactly("user=0012");
        assertThat(query.takes()).isEqualTo("""
                odd-hours takes:
                  user     principal: who; for example user=0012
                  names    event-names, comma-separated, default RunInstances,CreateUser; for example names=RunInstances,CreateUser
                  from_ip  cidr, optional; for example from_ip=198.51.100.0/24""");
    }

    @Test
    void a_file_as_windows_writes_it_is_read_the_same() throws IOException {
        write(
                "dos.sql",
                "\uFEFF" + minimal("From Windows", "SELECT 1\nFROM nowhere").replace("\n", "\r\n"));
        SavedQuery query = Library.with(folder).query("dos");
        assertThat(query.title()).isEqualTo("From Windows");
        assertThat(query.sql().firstLine()).isEqualTo(4);
        assertThat(query.sql().text()).isEqualTo("SELECT 1\nFROM nowhere\n");
    }

    @Test
    void a_query_of_the_folder_hides_the_one_that_comes_with_the_program() throws IOException {
        write("mine.sql", minimal("Mine", "SELECT 1"));
        write("my/top-events.sql", minimal("My own", "SELECT 2"));
        Library library = Library.with(folder);
        assertThat(library.query("top-events").title()).isEqualTo("My own");
        assertThat(library.query("mine").topic()).isEqualTo("own");
        assertThat(library.query("key-activity").topic()).isEqualTo("keys");
        assertThat(library.names()).hasSize(Library.shipped().names().size() + 1);
    }

    @Test
    void a_folder_need_not_exist() {
        assertThat(Library.with(folder.resolve("none")).names())
                .isEqualTo(Library.shipped().names());
    }

    @Test
    void an_unknown_name_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> Library.shipped().query("key-activty"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("no saved query is called 'key-activty'; did you mean 'key-activity'");
    }

    @Test
    void a_wrong_file_does_not_keep_the_others_from_being_listed() throws IOException {
        write("wrong.sql", "SELECT 1");
        Library library = Library.with(folder);
        assertThat(library.all().queries()).hasSize(Library.shipped().names().size());
        assertThat(library.all().problems())
                .singleElement()
                .asString()
                .startsWith(folder + "/wrong.sql:1: a saved query begins with its front matter");
        assertThatThrownBy(() -> library.query("wrong")).isInstanceOf(Failure.class);
    }

    @Test
    void check_reports_every_problem_of_every_file_at_its_line() throws IOException {
        write("a.sql", """
                /*---
                titel: Wrong
                parameters:
                  one: {type: acess-key, example: x}
                  two: {type: account, example: 12}
                  three: {type: string}
                  four: {type: integer, default: ten, optional: true}
                  Five: {type: string, example: x}
                  six: string
                  seven: {type: pattern, list: true, optional: true}
                mitre: [T1, T1078.004]
                title: A
                title: B
                ---*/
                SELECT 1
                """);
        write("b.sql", """
                /*---
                title: Broken SQL
                parameters:
                  unused: {type: string, example: x}
                  many: {type: string, list: true, example: 'x,y'}
                  like: {type: pattern, example: 'x*'}
                ---*/
                SELECT :mny
                FROM cloudtrail
                WHERE eventname = :many AND eventname LIKE :like
                """);
        write("c.sql", minimal("No query", "SELECT *\nFORM cloudtrail"));
        write("d.sql", "/*---\ntitle: [\n---*/\nSELECT 1\n");
        write("sub/c.sql", minimal("Same name", "SELECT 1"));
        Files.write(folder.resolve("e.sql"), new byte[] {(byte) 0xC3, 0x28});
        write("f.sql", "/*---\ntitle: No level\nkind: detection\n---*/\nSELECT 1\n");
        write("g.sql", "/*---\ntitle: Odd\nkind: detektion\nlevel: hi\n---*/\nSELECT 1\n");
        write("h.sql", "/*---\ntitle: No kind\nlevel: high\n---*/\nSELECT 1\n");
        List<String> problems = Library.check(folder).problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .map(problem -> problem.lines().findFirst().orElse(""))
                .toList();
        assertThat(problems)
                .containsExactly(
                        "a.sql:2: unknown key 'titel'; did you mean 'title'?; keys here are title, description, parameters, mitre, kind, level, false_positives, chart",
                        "a.sql:4: no type is called 'acess-key'; did you mean 'access-key'?; types are "
                                + ParameterType.names(),
                        "a.sql:5: the example of parameter two: not an AWS account id: '12'; it has twelve digits, for example 111122223333",
                        "a.sql:6: parameter three is required, so it needs an example: a value to try the query with",
                        "a.sql:7: parameter four has a default, so it cannot be optional too",
                        "a.sql:7: the default of parameter four: not a whole number: 'ten'; write digits alone, for example 100",
                        "a.sql:8: not a parameter's name: 'Five'; use lower case letters, digits and underscores, for example access_key",
                        "a.sql:9: parameter six has no type; write six: {type: string, example: …}",
                        "a.sql:10: parameter seven is a pattern, which cannot be a list",
                        "a.sql:11: not a MITRE ATT&CK technique: 'T1'; they look like T1078 or T1078.004",
                        "a.sql:13: 'title' appears twice",
                        "b.sql:8: parameter unused is declared, but the SQL has no :unused",
                        "b.sql:8:8: the front matter declares no parameter 'mny'; did you mean 'many'?",
                        "b.sql:10:19: a list stands alone in parentheses or brackets: IN (:many) or ARRAY[:many]",
                        "b.sql:10:44: a pattern is used as LIKE :like ESCAPE '\\'",
                        "c.sql:5:1: unexpected 'FORM'; expected the end",
                        "d.sql:2: invalid YAML in the front matter: while parsing a flow node, expected the node content, but found '<stream end>'",
                        "e.sql:1: the file is not UTF-8 text",
                        "f.sql:2: a detection needs a level: informational, low, medium, high, critical",
                        "g.sql:3: unknown kind 'detektion'; the only kind is detection",
                        "g.sql:4: a detection needs a level: informational, low, medium, high, critical; not 'hi'",
                        "h.sql:3: a level needs kind: detection",
                        "sub/c.sql:1: another query is called c too: c.sql; rename one");
    }

    @Test
    void the_template_of_a_new_query_passes_the_check() {
        NewQuery.create(folder, "fresh");
        assertThat(Library.check(folder).problems()).isEmpty();
        assertThat(Library.with(folder).query("fresh").exampleArguments()).containsExactly("user=alice");
    }

    private static String minimal(String title, String sql) {
        return "/*---\ntitle: " + title + "\n---*/\n" + sql + "\n";
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }
}
