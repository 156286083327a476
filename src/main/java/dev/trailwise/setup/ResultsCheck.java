package dev.trailwise.setup;

import dev.trailwise.aws.athena.Workgroup;
import dev.trailwise.aws.athena.WorkgroupReader;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.config.Settings;
import dev.trailwise.console.NoticeSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks where Athena is to write results, before the first query fails for it. */
public final class ResultsCheck {
    private static final Pattern FOLDER = Pattern.compile("s3://([^/]+)/?(.*)");

    private final NoticeSink notices;
    private final AwsClients clients;
    private final Settings settings;
    private final WorkgroupReader reader;

    private ResultsCheck(NoticeSink notices, AwsClients clients, Settings settings) {
        this.notices = notices;
        this.clients = clients;
        this.settings = settings;
        this.reader = WorkgroupReader.begin(clients, settings.athena().workgroup());
    }

    /** Begins to read the workgroup, and returns at once. */
    public static ResultsCheck begin(NoticeSink notices, AwsClients clients, Settings settings) {
        return new ResultsCheck(notices, clients, settings);
    }

    /**
     * Warns of what is missing or has no effect. What may not be looked at is not checked.
     *
     * @throws Failure when Athena cannot write there, or must not
     */
    public void check() {
        Optional<String> named = settings.athena().output();
        Workgroup workgroup;
        try {
            workgroup = reader.workgroup();
        } catch (Failure unreadable) {
            notices.warning(unreadable.notice());
            named.ifPresent(place -> check(SettingName.ATHENA_OUTPUT.toString(), place));
            return;
        }
        String ofWorkgroup = "the result location of workgroup " + workgroup.name();
        if (workgroup.managed()) {
            return;
        }
        if (workgroup.enforced() && workgroup.output().isPresent()) {
            String place = workgroup.output().get();
            if (named.filter(wanted -> !wanted.equals(place)).isPresent()) {
                notices.info(new Notice(SettingName.ATHENA_OUTPUT + " has no effect: workgroup " + workgroup.name()
                        + " writes results to " + Sanitizer.text(place)));
            }
            check(ofWorkgroup, place);
        } else if (named.isPresent()) {
            check(SettingName.ATHENA_OUTPUT.toString(), named.get());
        } else if (workgroup.output().isPresent()) {
            check(ofWorkgroup, workgroup.output().get());
        } else if (workgroup.known()) {
            notices.warning(nowhere(workgroup));
        }
    }

    /** Neither the settings nor the workgroup name a place. */
    public static Notice nowhere(Workgroup workgroup) {
        return new Notice(
                "Athena has nowhere to write results",
                Remedy.setting(SettingName.ATHENA_OUTPUT, "s3://my-results/athena/", "gives it a folder"),
                Remedy.action("or set a result location in workgroup " + workgroup.name()));
    }

    private void check(String what, String place) {
        Matcher folder = FOLDER.matcher(place);
        if (!folder.matches()) {
            throw Failure.usage(
                    what + ": " + Sanitizer.text(place) + " is not an S3 folder; write s3://my-results/athena/");
        }
        String logs = TrailLayout.ofAccounts(settings.trail().prefix()).root();
        if (settings.trail().bucket().filter(folder.group(1)::equals).isPresent()
                && (folder.group(2) + "/").startsWith(logs)) {
            throw Failure.usage(what + ": " + Sanitizer.text(place) + " is inside the logs; name a folder outside of "
                    + Sanitizer.text(logs));
        }
        region(what, folder.group(1))
                .filter(region -> !region.equals(clients.region()))
                .ifPresent(region -> {
                    throw Failure.usage(
                            what + ": the bucket " + folder.group(1) + " is in " + region + ", and Athena in "
                                    + clients.region() + " writes results only to buckets of its own Region");
                });
    }

    private Optional<Region> region(String what, String bucket) {
        try {
            return new BucketSurvey(clients, bucket).region();
        } catch (Denied mayNotLook) {
            return Optional.empty();
        } catch (Failure failed) {
            throw failed.exitCode() == ExitCode.USAGE
                    ? new Failure(ExitCode.USAGE, failed.notice().prefixed(what + ": "), failed)
                    : failed;
        }
    }
}
