package dev.trailwise.oracle;

/** What came of asking both engines. */
enum Verdict {
    /** The same columns and the same rows. */
    SAME("same rows", true),
    /** An error of the query's author, for both. */
    REFUSED_BY_BOTH("error on both", true),
    /** Refused by name here, answered by Trino. */
    REFUSED("refused here", true),
    /** Answered here; Trino understands it too, but says that it cannot answer it. */
    MORE("only here", true),
    /** Other rows, rows where Trino has an error, or an error here that is no refusal: never allowed. */
    DIFFERENT("different", false),
    /** Trino itself failed, so nothing is known: never allowed. */
    UNJUDGED("not judged", false);

    final String words;
    final boolean allowed;

    Verdict(String words, boolean allowed) {
        this.words = words;
        this.allowed = allowed;
    }
}
