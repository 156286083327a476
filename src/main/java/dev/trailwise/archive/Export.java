package dev.trailwise.archive;

import dev.trailwise.aws.s3.ArchiveFolder;
import dev.trailwise.aws.s3.SizedTrail;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Format;
import dev.trailwise.run.EngineName;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.trail.LogKind;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Answers a query about all events of a scope from files on this machine, copied from the bucket where none are named. */
public final class Export {
    private Export() {}

    /**
     * Runs; as NDJSON without columns, for the whole records.
     *
     * @param maxSize the most that is copied
     * @return GAPS when events are missing, from the copy or from the answer
     * @throws dev.trailwise.failure.Failure when it may not or cannot
     */
    public static ExitCode run(Workspace workspace, QueryRequest asked, Optional<Bytes> maxSize) {
        QueryRunner.checkOutput(workspace, asked);
        boolean records = asked.output().format() == Format.NDJSON
                && asked.output().columns().isEmpty();
        QueryRequest request = records ? asked.ofRecords() : asked.ofFields();
        boolean bucket = workspace.settings().trail().bucket().isPresent();
        if (!request.engine().logs().isEmpty() || request.engine().where() != EngineName.AUTO || !bucket) {
            return QueryRunner.answer(workspace, request);
        }
        SyncRequest copy = new SyncRequest(
                request.commandLine(),
                request.scope().scope(),
                new TreeSet<>(List.of(LogKind.EVENTS)),
                maxSize,
                request.spending().maxCost(),
                request.spending().yes(),
                request.dryRun());
        ExitCode copied = Sync.run(workspace, copy);
        if (request.dryRun()) {
            return copied;
        }
        SizedTrail trail = Pricing.trail(workspace.settings());
        List<String> files = new ArchiveFolder(workspace.archiveFolder().resolve(trail.bucket())).logs(trail);
        if (files.isEmpty()) {
            throw Failure.usage("no log files in this scope, and none in the archive");
        }
        ExitCode answered = QueryRunner.answer(workspace, request.over(files));
        return answered == ExitCode.SUCCESS ? copied : answered;
    }
}
