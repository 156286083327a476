package dev.trailwise.follow.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepSqlTest {
    /** Values that the sample trail has. */
    private static final List<Ask> ASKS = List.of(
            new Ask(AskKind.KEY_USES, "AKIAIOSFODNN7EXAMPLE"),
            new Ask(AskKind.KEY_ORIGIN, "AKIAI44QH8DHBEXAMPLE"),
            new Ask(AskKind.KEY_ORIGIN, "ASIAASSUMEDR7EXAMPLE"),
            new Ask(AskKind.USER_USES, "333344445555:carol"),
            new Ask(AskKind.USER_ORIGIN, "222233334444:svc-backup"),
            new Ask(AskKind.SESSION_USES, "222233334444:orders-function"),
            new Ask(AskKind.SESSION_ORIGIN, "222233334444:i-0f1ee700000000012"),
            new Ask(AskKind.SESSION_ORIGIN, "222233334444:orders-function"),
            new Ask(AskKind.PRINCIPAL_USES, "arn:aws:iam::333344445555:role/partner-setup"),
            new Ask(AskKind.SIGN_INS, "arn:aws:iam::222233334444:root"),
            new Ask(AskKind.SWITCHES, "arn:aws:iam::222233334444:user/it's"),
            new Ask(AskKind.SHARED, "no such id"),
            new Ask(AskKind.ADDRESS, "203.0.113.66"),
            new Ask(AskKind.EVENT, "no such id"),
            new Ask(AskKind.NAME, "erin"));

    @Test
    void trino_was_asked_the_statement_with_everything_that_a_step_can_ask() throws IOException {
        assertThat(ASKS).extracting(Ask::kind).contains(AskKind.values());
        assertThat(Files.readString(Path.of("src/oracle/corpus/queries.sql")))
                .contains(StepSql.of(ASKS, 1_000).text());
    }

    @Test
    void values_are_literals_whatever_they_hold() {
        String sql =
                StepSql.of(List.of(new Ask(AskKind.NAME, "x') OR ('1'='1")), 10).text();
        assertThat(sql).contains("IN ('x'') OR (''1''=''1')");
    }

    @Test
    void rows_have_the_columns_of_an_activity() {
        assertThat(StepSql.names()).hasSize(Activity.class.getRecordComponents().length);
    }

    @Test
    void the_page_names_every_event_that_links_credentials_and_its_field() throws IOException {
        String page = Files.readString(Path.of("docs/follow.md"));
        assertThat(page)
                .contains(Arrays.stream(LinkKind.values())
                        .flatMap(kind -> Stream.concat(
                                kind.eventNames().stream().map(name -> kind.service() + ":" + name),
                                Stream.of("`" + kind.field() + "`")))
                        .toList());
    }
}
