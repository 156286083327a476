package dev.trailwise.logs;

import dev.trailwise.trail.LogKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells the kind of an event: by its category, for old ones by its type, and by the folder of its file when it has
 * neither.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">Record
 *     contents</a>
 */
final class EventKind {
    private static final byte[] INSIGHT = quoted("Insight");
    private static final byte[] NETWORK = quoted("NetworkActivity");
    private static final byte[] AGGREGATED = quoted("Aggregated");
    private static final byte[] INSIGHT_TYPE = quoted("AwsCloudTrailInsight");
    private static final byte[] NETWORK_TYPE = quoted("AwsVpceEvents");
    private static final byte[] AGGREGATED_TYPE = quoted("AwsAggregatedEvent");

    private final Plan plan;

    EventKind(Plan plan) {
        this.plan = plan;
    }

    LogKind of(Slicer event, LogKind folder) {
        int category = plan.eventCategory;
        if (isText(event, category)) {
            return is(event, category, INSIGHT)
                    ? LogKind.INSIGHTS
                    : is(event, category, NETWORK)
                            ? LogKind.NETWORK_ACTIVITY
                            : is(event, category, AGGREGATED) ? LogKind.AGGREGATED : LogKind.EVENTS;
        }
        int type = plan.eventType;
        if (isText(event, type)) {
            return is(event, type, INSIGHT_TYPE)
                    ? LogKind.INSIGHTS
                    : is(event, type, NETWORK_TYPE)
                            ? LogKind.NETWORK_ACTIVITY
                            : is(event, type, AGGREGATED_TYPE) ? LogKind.AGGREGATED : LogKind.EVENTS;
        }
        return folder;
    }

    private static boolean is(Slicer event, int slot, byte[] wanted) {
        return Arrays.equals(event.bytes, event.from[slot], event.to[slot], wanted, 0, wanted.length);
    }

    private static boolean isText(Slicer event, int slot) {
        return event.has(slot) && event.bytes[event.from[slot]] == '"';
    }

    private static byte[] quoted(String word) {
        return ('"' + word + '"').getBytes(StandardCharsets.US_ASCII);
    }
}
