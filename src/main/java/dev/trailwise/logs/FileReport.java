package dev.trailwise.logs;

import dev.trailwise.engine.FileProblem;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in a file.
 *
 * @param file the file
 * @param events events of the kind that was asked for
 * @param otherEvents events of other kinds
 * @param oddTimes events of the kind whose time is not in CloudTrail's form, such as one with an offset
 * @param oldest the oldest event time among those of the kind
 * @param newest the newest one
 * @param accounts whose events they are, by the path or else by the events; at most a thousand
 * @param regions of which Regions, likewise
 * @param days of which days, likewise
 * @param digest whether it is a digest file, which holds no events
 * @param size bytes of text, uncompressed, as far as it was read
 * @param problem why it could not be read to its end, if it could not
 */
public record FileReport(
        LogFile file,
        long events,
        long otherEvents,
        long oddTimes,
        Optional<Instant> oldest,
        Optional<Instant> newest,
        Set<AccountId> accounts,
        Set<Region> regions,
        Set<LogDay> days,
        boolean digest,
        long size,
        Optional<FileProblem> problem) {}
