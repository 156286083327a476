package dev.trailwise.setup.check;

import dev.trailwise.aws.trails.TrailConfiguration;
import dev.trailwise.aws.trails.TrailState;
import dev.trailwise.aws.trails.TrailStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether a trail records, and delivers what it records. */
final class DeliveryChecks {
    private static final Duration LONG_AGO = Duration.ofDays(1);
    private static final String LOGGING_MATTERS = "a trail that is off records nothing";
    private static final String DELIVERY_MATTERS = "CloudTrail retries for 30 days; events older than that are lost";

    private final Clock clock;

    DeliveryChecks(Clock clock) {
        this.clock = clock;
    }

    List<Finding> of(TrailState state) {
        TrailConfiguration trail = state.trail();
        String name = trail.name();
        return state.status()
                .fold(
                        status -> List.of(logging(trail, status), delivery(trail, status), validation(trail, status)),
                        unknown -> List.of(
                                Finding.unknown(name, "logging", unknown, LOGGING_MATTERS),
                                Finding.unknown(name, "delivery", unknown, DELIVERY_MATTERS),
                                validation(trail, "")));
    }

    private static Finding logging(TrailConfiguration trail, TrailStatus status) {
        return status.logging()
                ? Finding.ok(trail.name(), "logging", "on", LOGGING_MATTERS)
                : Finding.of(
                        trail.name(),
                        "logging",
                        Level.WARNING,
                        "off" + status.stopped().map(at -> " since " + at).orElse(""),
                        LOGGING_MATTERS,
                        new TrailChange(trail).start());
    }

    private Finding delivery(TrailConfiguration trail, TrailStatus status) {
        String last =
                status.delivered().map(at -> "last log file delivered at " + at).orElse("no log file delivered yet");
        if (!status.deliveryError().isEmpty()) {
            return delivery(trail, Level.WARNING, "last delivery failed: " + status.deliveryError() + "; " + last);
        }
        Instant fresh = clock.instant().minus(LONG_AGO);
        boolean old = status.delivered().map(at -> at.isBefore(fresh)).orElse(true);
        return status.logging() && old
                ? delivery(trail, Level.NOTE, last)
                : Finding.ok(trail.name(), "delivery", last, DELIVERY_MATTERS);
    }

    private static Finding delivery(TrailConfiguration trail, Level level, String found) {
        String partition = trail.arn().split(":", -1)[1];
        String folder = trail.root() + (trail.organizationTrail() ? "*" : trail.owner());
        String policy = DeliveryPolicy.statements(partition, trail.bucket(), folder, trail.arn()).stream()
                .map(TrailChange::json)
                .reduce((one, other) -> one + ",\n" + other)
                .orElse("");
        return Finding.of(
                trail.name(),
                "delivery",
                level,
                found,
                DELIVERY_MATTERS,
                new BucketChange(trail.bucket()).allowDelivery(policy));
    }

    private static Finding validation(TrailConfiguration trail, TrailStatus status) {
        return validation(trail, status.digestError());
    }

    private static Finding validation(TrailConfiguration trail, String error) {
        String why = "digests show whether a log file was changed or deleted";
        Change change = new TrailChange(trail)
                .switchOn("enable-log-file-validation", "enable_log_file_validation", "EnableLogFileValidation");
        if (!trail.validation()) {
            return Finding.of(trail.name(), "log file validation", Level.WARNING, "off", why, change);
        }
        return error.isEmpty()
                ? Finding.ok(trail.name(), "log file validation", "on", why)
                : Finding.of(
                        trail.name(),
                        "log file validation",
                        Level.WARNING,
                        "on, but the last digest was not delivered: " + error,
                        why,
                        change);
    }
}
