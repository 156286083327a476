package dev.trailwise.follow.chain;

/** What an event that links credentials makes, opens or changes to. */
public enum Makes {
    /** An access key, long-term or temporary. */
    KEY("issued_key"),
    /** An IAM user, or a password for one. */
    USER("made_user"),
    /** Sessions of a role that have the name of an instance or a function. */
    SESSION("made_sessions"),
    /** Sessions of the caller itself, with keys that no event shows. */
    SIGN_IN("signed_in"),
    /** A session in the console that another one switched to; the field names that other one. */
    SWITCH("switched_from");

    private final String column;

    Makes(String column) {
        this.column = column;
    }

    /** The column of a step that has it. */
    String column() {
        return column;
    }
}
