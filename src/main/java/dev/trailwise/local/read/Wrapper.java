package dev.trailwise.local.read;

/** The keys of objects that hold events, told apart from the events themselves; matched whatever their case. */
enum Wrapper {
    NONE(""),
    /** An array of events, as CloudTrail delivers them. */
    RECORDS("records"),
    /** An array of what {@code aws cloudtrail lookup-events} prints. */
    LOOKUP("events"),
    /** An event as text, inside what {@code aws cloudtrail lookup-events} prints. */
    EVENT_TEXT("cloudtrailevent"),
    /** The event of an EventBridge envelope. */
    DETAIL("detail"),
    /** The mark of a digest file. */
    DIGEST("digests3object");

    private final String key;

    Wrapper(String key) {
        this.key = key;
    }

    /** The key in lower case. */
    String key() {
        return key;
    }
}
