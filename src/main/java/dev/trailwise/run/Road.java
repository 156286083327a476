package dev.trailwise.run;

import dev.trailwise.cost.Usd;

/**
 * A place where a query can run.
 *
 * @param price what it costs there
 * @param reason why it has all of the answer or not, and how
 */
record Road(Name name, Answers answers, Usd price, String reason) {
    /** The places, cheapest first. */
    enum Name {
        /** Copies of the trail's files on this machine. */
        ARCHIVE,
        /** CloudTrail's event history. */
        LOOKUP,
        /** Amazon Athena. */
        ATHENA,
        /** The same as the archive, once the files are copied. */
        SYNC
    }

    /** How much of the answer it has. */
    enum Answers {
        ALL,
        /** All, but only after everything else was fetched too. */
        SLOW,
        PART,
        NONE
    }
}
