package dev.trailwise.cost;

/**
 * A table that Trailwise did not define, counted whole: no condition of a query is evaluated on its partitions.
 *
 * @param name as the query's author wrote it
 * @param size all of its files
 * @param times how often the query reads it
 */
public record OtherTable(String name, Size size, long times) {
    /**
     * All the files of a table.
     *
     * @param objects how many
     * @param bytes their bytes as stored
     * @param getRequests the requests to read them
     * @param listRequests the requests to find them
     */
    public record Size(long objects, Bytes bytes, long getRequests, long listRequests) {}

    /** The files, as often as they are read. */
    public long objects() {
        return Math.multiplyExact(size.objects(), times);
    }

    /** The bytes, as often as they are read. */
    public Bytes bytes() {
        return new Bytes(Math.multiplyExact(size.bytes().count(), times));
    }

    long getRequests() {
        return Math.multiplyExact(size.getRequests(), times);
    }

    long listRequests() {
        return Math.multiplyExact(size.listRequests(), times);
    }
}
