package dev.trailwise.cli.option;

import dev.trailwise.config.SettingOverride;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import dev.trailwise.setup.TrailChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which trail, where it is not the one of the settings. */
public final class TrailOptions {
    @Option(names = "--bucket", paramLabel = "NAME", description = "The bucket that holds the logs.")
    @Nullable
    String bucket;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            description = "The trail's S3 key prefix: what comes before AWSLogs/.")
    @Nullable
    String prefix;

    @Option(
            names = "--organization",
            paramLabel = "ID",
            description = "The organization (o-…) of an organization trail.")
    @Nullable
    String organization;

    /** Which logs are meant. */
    public TrailChoice choice() {
        return new TrailChoice(
                Optional.ofNullable(bucket), Optional.ofNullable(prefix), Optional.ofNullable(organization));
    }

    /** What these say of the settings. */
    public List<SettingOverride> overrides() {
        List<SettingOverride> overrides = new ArrayList<>();
        add(overrides, FlagName.BUCKET, SettingName.TRAIL_BUCKET, bucket);
        add(overrides, FlagName.PREFIX, SettingName.TRAIL_PREFIX, prefix);
        add(overrides, FlagName.ORGANIZATION, SettingName.TRAIL_ORGANIZATION, organization);
        return overrides;
    }

    private static void add(List<SettingOverride> overrides, FlagName flag, SettingName name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            overrides.add(new SettingOverride(flag, name, text));
        }
    }
}
