package dev.trailwise.archive;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.s3.ArchiveFolder;
import dev.trailwise.aws.s3.LogObjects;
import dev.trailwise.aws.s3.LogObjects.Missing;
import dev.trailwise.aws.s3.ObjectCopy;
import dev.trailwise.aws.s3.SizedTrail;
import dev.trailwise.console.Messages;
import dev.trailwise.cost.DownloadPrice;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.Counts;
import dev.trailwise.run.cache.Background;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Copies the log files of a scope that the archive lacks, and shows the price first. */
public final class Sync {
    private final Workspace workspace;
    private final SyncRequest request;
    private final SizedTrail trail;
    private final ArchiveFolder folder;
    private final Messages messages;

    private Sync(Workspace workspace, SyncRequest request) {
        this.workspace = workspace;
        this.request = request;
        this.trail = Pricing.trail(workspace.settings());
        this.folder = new ArchiveFolder(workspace.archiveFolder().resolve(trail.bucket()));
        this.messages = workspace.messages();
    }

    /**
     * Runs.
     *
     * @return GAPS when objects of the scope could not be copied
     * @throws Failure when it may not or cannot
     */
    public static ExitCode run(Workspace workspace, SyncRequest request) {
        return new Sync(workspace, request).run();
    }

    private ExitCode run() {
        try (AwsClients clients = workspace.aws(workspace.settings());
                FileChannel lock = folder.lock()) {
            LogObjects objects = new LogObjects(
                    clients, trail, folder.records(), workspace.host().clock(), workspace.progress());
            SyncPlan plan = plan(objects);
            DownloadPrice price = plan.price(new Pricing(workspace, false).requests(clients));
            tell(plan, price);
            if (request.dryRun()) {
                new SyncGate(workspace, request).check(plan, price.most());
            } else if (!plan.objects().isEmpty()) {
                new SyncGate(workspace, request).admit(plan, price.most());
                return copy(plan, objects, clients, price.most());
            } else {
                remember(plan, objects);
            }
            return plan.archived() == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.NOT_WRITTEN, "cannot write " + folder.path() + ": " + unwritable.getMessage(), unwritable);
        }
    }

    private SyncPlan plan(LogObjects objects) {
        workspace.progress().start();
        PartitionRange range = PartitionRange.of(request.scope());
        List<Missing> parts = new ArrayList<>();
        for (LogKind kind : request.kinds()) {
            parts.add(objects.missing(LogFolders.of(kind), range, folder));
            if (workspace.settings().trail().accountFolders()) {
                parts.add(objects.missing(new LogFolders(kind, true), range, folder));
            }
        }
        workspace.progress().stop();
        return new SyncPlan(parts);
    }

    private void tell(SyncPlan plan, DownloadPrice price) {
        String here = plan.here() == 0 ? "" : "; " + Counts.of(plan.here(), "file") + " here already";
        if (plan.objects().isEmpty()) {
            messages.info("nothing to copy" + here);
        } else {
            messages.info("to copy: " + Counts.of(plan.objects().size(), "file") + ", " + plan.bytes() + here);
            messages.info("at most " + price.most() + ": S3 requests " + price.requests()
                    + "; outside the bucket's Region data transfer " + price.transfer()
                    + " (assumed); with a KMS key " + price.kms());
        }
        if (plan.archived() > 0) {
            messages.warning(
                    "not copied: " + Counts.of(plan.archived(), "file") + " in S3 Glacier, until you restore them");
        }
    }

    private ExitCode copy(SyncPlan plan, LogObjects objects, AwsClients clients, Usd most) {
        SyncRecord record = new SyncRecord(workspace, request, plan, most);
        Downloads downloads = new Downloads(new ObjectCopy(clients, trail.bucket()), folder, workspace.progress());
        record.started();
        workspace.progress().start();
        try {
            downloads.run(plan.objects());
        } catch (Failure stopped) {
            workspace.progress().stop();
            record.failed(stopped);
            throw new Failure(
                    stopped.exitCode(),
                    stopped.notice()
                            .prefixed("copied " + Counts.of(downloads.objects(), "file") + ", then: ")
                            .and("", Remedy.command(CommandName.SYNC, "copies the rest")),
                    stopped);
        }
        workspace.progress().stop();
        record.succeeded();
        Background.buildCache(workspace, folder.logs(trail), request.scope()); // for the queries that come next
        messages.info("copied " + Counts.of(downloads.objects(), "file") + ", " + downloads.bytes() + ", to "
                + folder.path());
        if (!downloads.left().isEmpty()) {
            messages.warning("not copied: " + Counts.of(downloads.left().size(), "file")
                    + " that are gone, or whose keys are not valid file names, for example "
                    + Sanitizer.text(downloads.left().get(0)));
        } else {
            remember(plan, objects);
        }
        return downloads.left().isEmpty() && plan.archived() == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    /** Has days that get no more files not be listed again. */
    private void remember(SyncPlan plan, LogObjects objects) {
        try {
            for (Missing part : plan.parts()) {
                objects.allHere(part);
            }
        } catch (IOException unwritable) {
            messages.warning("the next sync lists these days again: " + unwritable.getMessage());
        }
    }
}
