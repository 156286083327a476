package dev.trailwise.setup.doctor;

import dev.trailwise.aws.s3.ObjectProbe;
import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.aws.trails.RecentLogs;
import dev.trailwise.config.TrailSettings;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.Counts;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** The bucket of the trail: whether it can be listed, still gets log files, and those can be read. */
final class LogChecks {
    private final Workspace workspace;
    private Optional<RecentLogs> recent = Optional.empty();

    LogChecks(Workspace workspace) {
        this.workspace = workspace;
    }

    CheckResult trail() {
        return settings().bucket().isEmpty()
                ? CheckResult.notChecked(
                        "no bucket is set: queries read log files on this machine",
                        Remedy.command(CommandName.INIT, "finds your trail"))
                : CheckResult.ok(place());
    }

    CheckResult bucket() {
        String bucket = settings().requiredBucket();
        Optional<Region> region = new BucketSurvey(workspace.clients(), bucket).region();
        Region athena = workspace.clients().region();
        String place = Sanitizer.text("s3://" + bucket)
                + region.map(where -> " in " + where).orElse("");
        return region.filter(where -> !where.equals(athena))
                .map(where -> CheckResult.warning(place + ", but Athena is called in " + athena
                        + ": S3 charges for the transfer between Regions"))
                .orElseGet(() -> CheckResult.ok(place));
    }

    CheckResult logs() {
        LogDay yesterday = LogDay.of(workspace.host().clock().instant()).plusDays(-1);
        TrailSettings trail = settings();
        RecentLogs found = RecentLogs.since(
                yesterday,
                workspace.clients(),
                trail.requiredBucket(),
                trail.layout(),
                trail.accounts(),
                trail.regions());
        recent = Optional.of(found);
        if (found.key().isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "there are no CloudTrail logs in " + place(),
                    Remedy.command(CommandName.INIT, "finds where they are"));
        }
        String accounts = found.active() + " of " + Counts.of(found.checked(), "account")
                + (found.checked() < found.accounts().size()
                        ? " checked, of " + found.accounts().size() + " in all"
                        : "");
        return found.active() == 0
                ? CheckResult.warning(
                        "no log file since " + yesterday.date() + " (" + accounts + ") in " + place(),
                        Remedy.command(CommandName.TRAIL_CHECK, "shows whether the trail still logs"))
                : CheckResult.ok("log files since " + yesterday.date() + " in " + accounts);
    }

    CheckResult reading() {
        String key = recent.flatMap(RecentLogs::key).orElseThrow();
        ObjectProbe.read(workspace.clients(), settings().requiredBucket(), key);
        return CheckResult.ok("1 byte of a log file");
    }

    /** The accounts that have log files. */
    List<AccountId> accounts() {
        return recent.map(RecentLogs::accounts).orElse(List.of());
    }

    private String place() {
        return Sanitizer.text("s3://" + settings().requiredBucket() + "/"
                + settings().layout().root());
    }

    private TrailSettings settings() {
        return workspace.settings().trail();
    }
}
