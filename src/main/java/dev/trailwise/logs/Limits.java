package dev.trailwise.logs;

/**
 * What a file may ask of this machine.
 *
 * @param uncompressed the most bytes of text that one file may hold; CloudTrail itself ends a file at 50 MB
 * @param record the most bytes of one event; CloudTrail's largest is 256 KB, an Athena row 32 MB
 * @param buffer the bytes of text held at once when no event is larger
 * @param chunk the bytes of values after which a chunk of rows is full
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html">CloudTrail
 *     quotas</a>
 */
record Limits(long uncompressed, int record, int buffer, int chunk) {
    static final Limits DEFAULT = new Limits(4L << 30, 16 << 20, 256 << 10, 8 << 20);

    /** The most bytes of text to read without finding an event. */
    long barren() {
        return 16L * record;
    }

    /** The most bytes to parse in vain while looking for the next event after damage. */
    long wasted() {
        return 32L * record;
    }

    /** How many bytes that is, in the largest binary unit that divides it. */
    static String text(long bytes) {
        for (int unit = 3; unit > 0; unit--) {
            if (bytes % (1L << (10 * unit)) == 0) {
                return (bytes >> (10 * unit)) + " " + "KMG".charAt(unit - 1) + "iB";
            }
        }
        return bytes + " bytes";
    }
}
