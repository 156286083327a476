package dev.trailwise.local.store;

import dev.trailwise.engine.FileProblem;
import dev.trailwise.logs.FileReport;
import dev.trailwise.logs.LogFile;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A log file whose events are in a segment: its identity, and the content of its {@link FileReport}.
 *
 * @param index its place in {@link Segment#ordinal}
 * @param path its path below the folder of logs, with forward slashes
 * @param bytes its size on disk when it was read
 * @param modifiedNanos its modification time when it was read, in nanoseconds since 1970
 * @param events events of the table's kind
 * @param otherEvents events of other kinds
 * @param oddTimes events of the table's kind whose time is not in CloudTrail's form
 * @param oldest the oldest event time
 * @param newest the newest event time
 * @param accounts whose events they are; empty when the path tells
 * @param regions of which Regions; empty when the path tells
 * @param days of which days; empty when the path tells
 * @param digest whether it is a digest file
 * @param size bytes of text, uncompressed
 * @param damage why it could not be read to its end
 * @param damageOffset where that was found, in bytes of the uncompressed text; meaningless without damage
 */
public record StoredFile(
        int index,
        String path,
        long bytes,
        long modifiedNanos,
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
        Optional<String> damage,
        long damageOffset) {

    /** The file of a report. */
    public static StoredFile of(int index, String path, FileReport report) {
        LogFile file = report.file();
        boolean keyed = file.key().isPresent();
        return new StoredFile(
                index,
                path,
                file.size(),
                file.modifiedNanos(),
                report.events(),
                report.otherEvents(),
                report.oddTimes(),
                report.oldest(),
                report.newest(),
                keyed ? Set.of() : report.accounts(),
                keyed ? Set.of() : report.regions(),
                keyed ? Set.of() : report.days(),
                report.digest(),
                report.size(),
                report.problem().map(FileProblem::reason),
                report.problem().map(FileProblem::offset).orElse(0L));
    }

    /** Whether the file is still as it was read. */
    boolean is(LogFile file) {
        return file.size() == bytes && file.modifiedNanos() == modifiedNanos;
    }

    /** What was reported of the file when it was read. */
    FileReport report(LogFile file) {
        Optional<Partition> partition = file.key().map(LogKey::partition);
        return new FileReport(
                file,
                events,
                otherEvents,
                oddTimes,
                oldest,
                newest,
                partition.map(known -> Set.of(known.account())).orElse(accounts),
                partition.map(known -> Set.of(known.region())).orElse(regions),
                partition.map(known -> Set.of(known.day())).orElse(days),
                digest,
                size,
                damage.map(reason -> new FileProblem(file.path().toString(), reason, damageOffset, events)));
    }
}
