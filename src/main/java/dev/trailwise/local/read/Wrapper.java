package dev.trailwise.local.read;

/** The keys of objects that hold events, told apart from the events themselves; matched whatever their case. */
enum Wrapper {
    NONE("", 0),
    /** An array of events, as CloudTrail delivers them. */
    RECORDS("records", 1),
    /** An array of what {@code aws cloudtrail lookup-events} prints. */
    LOOKUP("events", 2),
    /** An event as text, inside what {@code aws cloudtrail lookup-events} prints. */
    EVENT_TEXT("cloudtrailevent", 3),
    /** The event of an EventBridge envelope. */
    DETAIL("detail", 4),
    /** The mark of a digest file. */
    DIGEST("digests3object", 5);

    private final String key;
    private final int offset;

    Wrapper(String key, int offset) {
        this.key = key;
        this.offset = offset;
    }

    /** The key in lower case. */
    String key() {
        return key;
    }

    /** How far its slot is behind those of the event. */
    int offset() {
        return offset;
    }
}
