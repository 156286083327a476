package dev.trailwise.setup;

import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.config.TrailSettings;
import dev.trailwise.console.NoticeSink;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.text.Sanitizer;
import java.util.List;
import java.util.stream.Collectors;

/** Finds logs in a bucket that a table does not cover although it covers others in the same folders. */
public final class UncoveredLogs {
    private final NoticeSink notices;
    private final String bucket;
    private final BucketSurvey survey;

    public UncoveredLogs(NoticeSink notices, String bucket, BucketSurvey survey) {
        this.notices = notices;
        this.bucket = bucket;
        this.survey = survey;
    }

    /** Of the tables that the settings are for. */
    void warn(TrailSettings trail) {
        warnOfOthers(trail);
        warnOfSlashes(survey.doubledSlashes(trail.prefix()));
    }

    /** An account trail that became an organization trail goes on under another root. */
    public void warnOfOthers(TrailSettings trail) {
        survey.beside(trail.layout(), trail.prefix()).stream()
                .filter(found ->
                        !(trail.accountFolders() && found.organization().isEmpty()))
                .map(found -> new TrailCandidate(bucket, found))
                .forEach(other -> notices.warning(new Notice(
                        other.place() + " also has logs that these settings leave out (" + other.counts() + ")",
                        wayOut(trail, other))));
    }

    private static List<Remedy> wayOut(TrailSettings trail, TrailCandidate other) {
        if (other.logs().organization().isEmpty()) {
            return List.of(
                    Remedy.setting(SettingName.TRAIL_ACCOUNT_FOLDERS, "true", "lets queries read them"),
                    Remedy.command(CommandName.TABLE_CREATE, FlagName.ACCOUNT_FOLDERS, "creates their table"));
        }
        return List.of(
                trail.organization().isEmpty()
                        ? other.init("writes settings for both")
                        : other.init(
                                "writes settings for them; " + SettingName.TABLE_NAME + " names their table",
                                new Remedy.Argument(FlagName.CONFIG, "other.yaml")));
    }

    public void warnOfSlashes(List<String> doubled) {
        if (!doubled.isEmpty()) {
            notices.warning(new Notice(slashes(bucket, doubled)));
        }
    }

    /** Athena finds no files below an empty folder name. */
    static String slashes(String bucket, List<String> doubled) {
        return doubled.stream().map(folder -> slash(bucket, folder)).collect(Collectors.joining("\n"));
    }

    private static String slash(String bucket, String folder) {
        String place = "s3://" + bucket + "/";
        String clean = folder.replaceAll("/+", "/").replaceFirst("^/", "");
        return Sanitizer.text(
                        place + folder + " has a doubled slash, so Athena cannot read it. Take the slash out of the"
                                + " trail's S3 key prefix, and move the logs:")
                + "\n  aws s3 mv " + quoted(place + folder) + " " + quoted(place + clean) + " --recursive";
    }

    private static String quoted(String path) {
        return "'" + Sanitizer.text(path).replace("'", "'\\''") + "'";
    }
}
