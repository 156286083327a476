package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import dev.trailwise.table.AccountProjection;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableRendering;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations with many accounts, over the wire, on an Athena that fails a query of injected accounts without names. */
class InjectedAccountsTest {
    private static final List<String> QUERY = List.of(
            "sql",
            "SELECT count(*) AS n FROM cloudtrail",
            "--format",
            "csv",
            "--from",
            "2026-10-07",
            "--to",
            "2026-10-07",
            "--region",
            "us-east-1");

    @TempDir
    static Path folder;

    private static LocalAws aws;

    @BeforeAll
    static void start() {
        aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC));
        aws.glue().put(table(new AccountProjection.Injected()));
    }

    private static ProjectedTable table(AccountProjection accounts) {
        return new ProjectedTable(
                LocalAws.TABLE,
                Tables.EVENTS,
                LocalAws.TRAIL,
                SampleTrail.LAYOUT,
                accounts,
                new TreeSet<>(Set.of(Region.US_EAST_1)),
                new LogDay(SampleTrail.FIRST_DAY));
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void the_accounts_of_the_bucket_are_named_where_the_settings_name_none() {
        String rows = shell().run(words()).succeeded().said("as estimated").out();
        assertThat(sent()).contains("account IN (" + quoted(new TreeSet<>(SampleTrail.ACCOUNTS)) + ")");
        assertThat(rows).doesNotContain("\n0\n");
        List<String> dry = new ArrayList<>(List.of(words("--dry-run")));
        dry.set(dry.indexOf("csv"), "json");
        shell().run(dry.toArray(String[]::new)).succeeded().printed("account IN (");
    }

    @Test
    void an_account_that_is_chosen_is_named_alone() {
        String one = SampleTrail.ACCOUNTS.iterator().next().digits();
        shell().run(words("--account", one)).succeeded();
        assertThat(sent()).contains("account IN ('" + one + "')");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000})
    void as_many_accounts_as_athena_takes_are_named(int count) {
        SortedSet<AccountId> accounts = accounts(count);
        String unnamed = shell().run(words()).succeeded().out();
        Shell.Result all =
                shell().with("TRAILWISE_TRAIL_ACCOUNTS", list(accounts)).run(words());
        assertThat(all.succeeded().out()).isEqualTo(unnamed);
        assertThat(sent()).contains("account IN (" + quoted(accounts) + ")");
    }

    @Test
    void more_accounts_than_athena_takes_are_refused_with_the_way_out() {
        int before = aws.athena().started().size();
        shell().with("TRAILWISE_TRAIL_ACCOUNTS", list(accounts(1_001)))
                .run(words())
                .exited(2)
                .said("at most 1000", "has 1001", "--account", "table create --update");
        assertThat(aws.athena().started()).hasSize(before);
    }

    @Test
    void a_table_lists_a_thousand_accounts_and_more_by_itself() {
        AccountProjection accounts = AccountProjection.of(accounts(1_001));
        assertThat(accounts).isInstanceOf(AccountProjection.Named.class);
        assertThat(TableRendering.GLUE.of(table(accounts))).contains("\"projection.account.type\" : \"enum\"");
    }

    private static SortedSet<AccountId> accounts(int count) {
        Stream<AccountId> others =
                LongStream.iterate(900_000_000_000L, n -> n + 1).mapToObj(n -> new AccountId(String.valueOf(n)));
        return Stream.concat(SampleTrail.ACCOUNTS.stream(), others)
                .limit(count)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String list(SortedSet<AccountId> accounts) {
        return accounts.stream().map(AccountId::digits).collect(Collectors.joining(","));
    }

    private static String quoted(SortedSet<AccountId> accounts) {
        return accounts.stream().map(account -> "'" + account.digits() + "'").collect(Collectors.joining(", "));
    }

    private static String sent() {
        List<String> started = aws.athena().started();
        return aws.athena().sql(started.get(started.size() - 1));
    }

    private static String[] words(String... more) {
        List<String> words = new ArrayList<>(QUERY);
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private static Shell shell() {
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        return shell;
    }
}
