package dev.trailwise.table;

import java.util.List;
import java.util.stream.Collectors;

/** The page that tells people every column; {@code docs/table.md}. */
public final class ReferencePage {
    private static final String HEAD = """
            # The table

            `trailwise table create` makes one Athena table over all accounts, Regions and days of a trail. Nothing has to be
            added to it as days go by: its partitions are [projected](https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html).
            Questions call it `cloudtrail`, whatever its name in Glue is. Where a trail has them, there are tables of other kinds:
            `insights`, `network_activity` and `aggregated` (`--kind insights`, `--kind network-activity`, `--kind aggregated`).

            This page is written by the program from the definition that makes the tables.

            ## Partitions

            | column | type | meaning |
            |---|---|---|
            %s
            Compare them with plain text in their own form, `day >= '2026/11/01'`: then Athena reads those folders alone. The
            commands of trailwise add this to every query.

            - `account` is an enumeration of the accounts that the trail has. With `table create --any-account` it is *injected*: then
              every query has to name its accounts (`account = '…'` or `IN` with at most 1,000 values); Trailwise adds those it knows.
            - `region` is an enumeration. An account or a Region that joined since is told by `trailwise table show` and taken in by
              `trailwise table create --update`.
            - `day` runs from the first day that has logs to today, UTC.

            ## A bucket with account folders and an organization's

            A trail of one account writes to `AWSLogs/111122223333/`, the organization trail that replaced it to
            `AWSLogs/o-a1b2c3d4e5/111122223333/`. Each of the two folders needs a table: `table create` makes the one of the
            organization, `table create --account-folders` the other, `cloudtrail_logs_accounts`. `init` finds both and sets
            `trail.account_folders: true`: then a query reads both, as one table, at the sum of their prices. Where both trails
            delivered for some time, `--distinct-events` drops the second copies. SQL that names `cloudtrail_logs_accounts`
            itself gets each table for its own. With `--logs`, files of both are read in any case.

            ## Derived columns

            What no file has and many queries need: each is an expression over the record, added to the table where a query names
            it, on every engine. `SELECT *` leaves them out, unless the query also names one: it is then among the last columns.
            They are columns of `cloudtrail` and `network_activity`. In Athena's console, where Trailwise does not compile the
            query, `trailwise sql --dry-run` shows the SQL with the expressions written out.

            | column | type | meaning |
            |---|---|---|
            %s
            ## The file of an event

            `"$path"`, `"$file_size"` and `"$file_modified_time"` tell which file an event is in, its bytes as stored and when it was last
            written. Quote them. `SELECT *` leaves them out, unless the query also names one: it is then the last column.

            ## Types

            A *JSON text* column holds an object of any shape as text: read it with `json_extract_scalar(requestparameters,
            '$.bucketName')`, in the record's own case. Booleans of the record are the texts `'true'` and `'false'`. `a.b` is a field
            of a row; `a[].b` is a field of each row of an array: `any_match(resources, r -> r.arn = '…')`. *Since* is the record
            version that brought a field; what a record does not have is NULL.

            ## What is other than in the DDL that AWS documents

            - `edgedevicedetails` is a row. Declared a string, a query that reads it fails where a record has it.
            - Fields that the documented DDL leaves out are here: `managementevent`, `useridentity.sessioncontext.sourceidentity`,
              `useridentity.inscopeof`, `tlsdetails.keyexchange` and more.
            - All accounts and Regions are in one table.
            """;

    private static final String SUMMARIES = """
             Summaries of data events over five minutes, of trails that aggregate them. They have no event time: the times of a query
            (`--from`, `--to`) compare `timewindow.windowstart`. Each template counts the same events again. AWS does not document the
            form of these files. Athena reads `{"Records": […]}` only, and skips a file of another form without an error: compare its
            answer with `--logs` over a few of them, which also takes arrays and a record a line.""";

    private ReferencePage() {}

    /** The page as Markdown, ending with a line feed. */
    public static String render() {
        String tables = Tables.ALL.stream().map(ReferencePage::section).collect(Collectors.joining("\n"));
        String partitions = Tables.PARTITIONS.stream()
                .map(column -> row(column.name(), "varchar", column.description()))
                .collect(Collectors.joining());
        String derived = Tables.EVENTS.derived().stream()
                .map(column -> row(column.name(), column.trino(), column.description()))
                .collect(Collectors.joining());
        return HEAD.formatted(partitions, derived) + "\n" + tables;
    }

    private static String section(TableDefinition table) {
        String head =
                "## `" + table.logicalName() + "`\n\nFrom `" + table.kind().folder() + "/`.";
        if (table.equals(Tables.NETWORK_ACTIVITY)) {
            return head + " Calls through VPC endpoints, with the columns of `cloudtrail`.\n";
        }
        String more = table.equals(Tables.AGGREGATED) ? SUMMARIES : "";
        return head + more + "\n\n| column | type | since | meaning |\n|---|---|---|---|\n" + rows("", table.columns());
    }

    private static String rows(String path, List<Column> columns) {
        return columns.stream()
                .map(column -> row(path + column.name(), word(column.type()), column.since(), column.description())
                        + fields(path + column.name(), column.type()))
                .collect(Collectors.joining());
    }

    private static String fields(String path, ColumnType type) {
        if (type instanceof ColumnType.ArrayOf array) {
            return fields(path + "[]", array.element());
        }
        return type instanceof ColumnType.Struct struct ? rows(path + ".", struct.fields()) : "";
    }

    private static String word(ColumnType type) {
        if (type instanceof ColumnType.JsonText) {
            return "JSON text";
        }
        if (type instanceof ColumnType.ArrayOf array) {
            return "array of " + word(array.element());
        }
        if (type instanceof ColumnType.Struct) {
            return "row";
        }
        if (type instanceof ColumnType.TextMap) {
            return "map(varchar, varchar)";
        }
        return type instanceof ColumnType.Real ? "double" : "varchar";
    }

    private static String row(String name, String... cells) {
        return "| `" + name + "` | " + String.join(" | ", cells).replace("|  |", "| |") + " |\n";
    }
}
