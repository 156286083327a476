package dev.trailwise.logs;

import java.util.List;

/** The keys of objects that contain events, as opposed to those of events; matched whatever their case. */
enum Wrapper {
    NONE(0, ""),
    /** An array of events, as CloudTrail delivers them, or one event. */
    RECORDS(1, "records"),
    /** An array of objects that contain an event each: LookupEvents, CloudWatch Logs, SQS, Elasticsearch. */
    ITEMS(2, "events,logevents,messages,hits"),
    /** An event as text, as LookupEvents prints it. */
    EVENT_TEXT(3, "cloudtrailevent"),
    /** Text that may be JSON: CloudWatch Logs, SNS, SQS. */
    TEXT(4, "message,body"),
    /** The event of an EventBridge envelope, or of an Elasticsearch document. */
    OBJECT(5, "detail,_source"),
    /** The mark of a digest file. */
    DIGEST(6, "digests3object");

    private final int offset;
    private final String keys;

    Wrapper(int offset, String keys) {
        this.offset = offset;
        this.keys = keys;
    }

    /** The keys in lower case. */
    List<String> keys() {
        return keys.isEmpty() ? List.of() : List.of(keys.split(",", -1));
    }

    /** How far its slot is behind those of the event. */
    int offset() {
        return offset;
    }
}
