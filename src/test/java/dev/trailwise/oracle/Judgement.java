package dev.trailwise.oracle;

/**
 * A question that was judged.
 *
 * @param question what was asked
 * @param verdict what came of it
 * @param detail what differs, or why it was refused; empty when the rows are the same
 * @param estimated the bytes that the estimate says
 * @param read the bytes that Trino read
 * @param exact whether the estimate was called exact
 * @param mayStopEarly whether LIMIT may let Trino stop before it has read all
 */
record Judgement(
        Question question,
        Verdict verdict,
        String detail,
        long estimated,
        long read,
        boolean exact,
        boolean mayStopEarly) {
    /** The same of one of the questions that were asked as one. */
    Judgement of(Question one) {
        return new Judgement(one, verdict, detail, estimated, read, exact, mayStopEarly);
    }

    /** Whether the two counts of bytes can be compared: Trino read all that the query needs. */
    boolean measured() {
        return verdict == Verdict.SAME && !mayStopEarly;
    }

    /** Whether the estimate says more than Trino read: allowed, but dear. */
    boolean isOverestimated() {
        return measured() && estimated > read;
    }

    /** Whether Trino read more than the estimate says: never allowed. */
    boolean isUnderestimated() {
        return estimated < read;
    }

    /** Whether the estimate is called exact and is not: never allowed. */
    boolean isWronglyExact() {
        return exact && isOverestimated();
    }

    /** Whether it lets the run pass. */
    boolean passes() {
        return verdict.allowed && !isUnderestimated() && !isWronglyExact();
    }
}
