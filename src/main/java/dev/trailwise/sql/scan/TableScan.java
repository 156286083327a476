package dev.trailwise.sql.scan;

import dev.trailwise.sql.text.Position;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One time that a query reads a table. A CTE that is used twice is read twice.
 *
 * @param table which table
 * @param position where the table is, in the author's file
 * @param conditions decides whether Trino reads a partition, by the partition columns that are given
 * @param eventsFrom the time of the first event that the query keeps, as a text; it leaves out no file
 * @param mayReadLess whether Trino may leave out partitions by what it finds in others, as for the other side of a join
 * @param conditional whether the query has conditions at all
 * @param texts what the query's conditions limit columns to: in all rows that it keeps, the column is one of these texts.
 *     Fields are named as in {@code useridentity.accesskeyid}, and columns compared in lower case as {@link #lower} says
 */
public record TableScan(
        TableName table,
        Position position,
        Conditions conditions,
        Optional<String> eventsFrom,
        boolean mayReadLess,
        boolean conditional,
        Map<String, Set<String>> texts) {
    public TableScan {
        texts = Map.copyOf(texts);
    }

    /** The name of a column in lower case. */
    public static String lower(String column) {
        return "lower(" + column + ")";
    }

    /** Whether a partition is read. */
    public enum Read {
        YES,
        /** Trino may leave it out, by a condition that is not evaluated here. */
        MAYBE,
        NO
    }

    /** The query's own conditions on partitions. */
    public interface Conditions {
        /** @param partition values of {@code account}, {@code region} and {@code day}; one that is missing may be anything */
        Read read(Map<String, String> partition);
    }

    /** Whether Athena reads this partition. */
    public Read read(Partition partition) {
        return conditions.read(Map.of(
                "account", partition.account().digits(),
                "region", partition.region().code(),
                "day", partition.day().partitionValue()));
    }

    /** Whether Athena may read partitions of this account. */
    public boolean mayRead(AccountId account) {
        return conditions.read(Map.of("account", account.digits())) != Read.NO;
    }

    /** Whether Athena may read partitions of this Region. */
    public boolean mayRead(Region region) {
        return conditions.read(Map.of("region", region.code())) != Read.NO;
    }

    /** Whether Athena may read partitions of this day. */
    public boolean mayRead(LogDay day) {
        return conditions.read(Map.of("day", day.partitionValue())) != Read.NO;
    }
}
