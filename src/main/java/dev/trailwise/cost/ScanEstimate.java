package dev.trailwise.cost;

import dev.trailwise.sql.scan.TableScan.Read;

/**
 * What one scan reads, all of its times together.
 *
 * @param scan which scan
 * @param partitions how many partitions Athena looks into
 * @param filled how many of them hold files
 * @param objects the files
 * @param bytes their size
 * @param bound whether it may be less, because it is not sure that all of the partitions are read
 * @param listRequests how often Athena asks S3 what a partition holds: at least once each, and once per thousand files
 */
public record ScanEstimate(
        Scan scan, long partitions, long filled, long objects, Bytes bytes, boolean bound, long listRequests) {
    private static final long PAGE = 1000;

    /** Sums the sizes up. */
    static ScanEstimate of(Scan scan, Inventory inventory) {
        long times = scan.times();
        long filled = 0;
        long objects = inventory.unplaced().objects();
        long bytes = inventory.unplaced().bytes().count();
        long further = 0;
        boolean bound = scan.pruning().mayReadLess();
        for (PartitionSize size : inventory.sizes()) {
            Read read = size.objects() > 0 ? scan.read(size.partition()) : Read.NO;
            if (read != Read.NO) {
                bound |= read == Read.MAYBE;
                filled++;
                objects += size.objects();
                bytes = Math.addExact(bytes, size.bytes().count());
                further += (size.objects() - 1) / PAGE;
            }
        }
        long partitions = Math.max(filled, inventory.partitions(scan));
        return new ScanEstimate(
                scan,
                Math.multiplyExact(partitions, times),
                Math.multiplyExact(filled, times),
                Math.multiplyExact(objects, times),
                new Bytes(Math.multiplyExact(bytes, times)),
                bound,
                Math.multiplyExact(partitions + further, times));
    }
}
