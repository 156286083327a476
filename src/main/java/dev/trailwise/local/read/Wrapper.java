package dev.trailwise.local.read;

import java.util.List;

/** The keys of objects that contain events, as opposed to those of events; matched whatever their case. */
enum Wrapper {
    NONE,
    /** An array of events, as CloudTrail delivers them, or one event. */
    RECORDS("records"),
    /** An array of objects that contain an event each: LookupEvents, CloudWatch Logs, SQS, Elasticsearch. */
    ITEMS("events", "logevents", "messages", "hits"),
    /** An event as text, as LookupEvents prints it. */
    EVENT_TEXT("cloudtrailevent"),
    /** Text that may be JSON: CloudWatch Logs, SNS, SQS. */
    TEXT("message", "body"),
    /** The event of an EventBridge envelope, or of an Elasticsearch document. */
    OBJECT("detail", "_source"),
    /** The mark of a digest file. */
    DIGEST("digests3object");

    private final List<String> keys;

    Wrapper(String... keys) {
        this.keys = List.of(keys);
    }

    /** The keys in lower case. */
    List<String> keys() {
        return keys;
    }

    /** How far its slot is behind those of the event. */
    int offset() {
        return ordinal();
    }
}
