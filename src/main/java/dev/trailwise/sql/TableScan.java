package dev.trailwise.sql;

import dev.trailwise.table.TableName;
import dev.trailwise.trail.Partition;

/**
 * One time that a query reads a table. A CTE that is used twice is read twice.
 *
 * @param table which table
 * @param position where the table stands, in the author's file
 * @param account what the query proves of {@code account}
 * @param region what it proves of {@code region}
 * @param day what it proves of {@code day}, as {@code yyyy/MM/dd}
 * @param eventTime what it proves of the time of events, which spares no partition
 * @param mayReadLess whether it has more to say of account, region or day than is understood here, by which Athena may
 *     leave out more
 */
public record TableScan(
        TableName table,
        Position position,
        Bound account,
        Bound region,
        Bound day,
        Bound eventTime,
        boolean mayReadLess) {
    /** Whether Athena may read this partition for it; false only where the query's own conditions rule it out. */
    public boolean mayRead(Partition partition) {
        return account.mayBe(partition.account().digits())
                && region.mayBe(partition.region().code())
                && day.mayBe(partition.day().partitionValue());
    }

    /** Whether the query's own conditions leave out any partition. */
    public boolean narrows() {
        return !(account.isAny() && region.isAny() && day.isAny());
    }
}
