package dev.trailwise.cost;

/** How near an estimate is to what will be billed. */
public enum Precision {
    /** The files are all there, and all of them are read. */
    EXACT("exact"),
    /** Files still arrive: a later run reads more. */
    GROWING("growing"),
    /** No more than this; it may be less. */
    UPPER_BOUND("upper-bound"),
    /** The query reads a table whose size is not known: it may be any amount more. */
    UNKNOWN("unknown");

    private final String word;

    Precision(String word) {
        this.word = word;
    }

    /** The word for it in the JSON form. */
    public String word() {
        return word;
    }
}
