package dev.trailwise.setup;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.ApiResult;
import dev.trailwise.aws.trails.EventSelector;
import dev.trailwise.aws.trails.EventSelector.Category;
import dev.trailwise.aws.trails.FoundLogs;
import dev.trailwise.aws.trails.TrailConfiguration;
import dev.trailwise.aws.trails.TrailReader;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.LogKind;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the trails of some logs record data events or network activity, as far as CloudTrail tells. */
final class RecordedEvents {
    private final Workspace workspace;
    private final AwsClients clients;
    private final TrailReader reader;

    RecordedEvents(Workspace workspace, AwsClients clients) {
        this.workspace = workspace;
        this.clients = clients;
        this.reader = new TrailReader(clients);
    }

    /**
     * True when one of the trails does; false when all trails of these logs are known and none does. A setting stays
     * where CloudTrail does not tell, and where it is true: it may know of selectors that were changed since.
     */
    Optional<Boolean> dataEvents(TrailCandidate found, Optional<FoundLogs> beside, Optional<Boolean> setting) {
        try {
            return clients.cloudTrailKnowsBuckets() ? read(found, beside, setting) : setting;
        } catch (Failure unanswered) {
            return setting;
        }
    }

    private Optional<Boolean> read(TrailCandidate found, Optional<FoundLogs> beside, Optional<Boolean> setting) {
        if (!(reader.here() instanceof ApiResult.Known<List<TrailConfiguration>> here)) {
            return setting;
        }
        ApiResult<List<TrailConfiguration>> elsewhere = reader.elsewhere(here.value());
        List<TrailConfiguration> trails = new ArrayList<>(here.value());
        elsewhere.fold(trails::addAll, unknown -> false);
        trails.removeIf(trail -> !trail.deliversTo(found.bucket(), found.logs().prefix()));
        boolean others = false;
        boolean complete = elsewhere instanceof ApiResult.Known && covers(trails, found.logs(), beside);
        for (TrailConfiguration trail : trails) {
            ApiResult<List<EventSelector>> selectors = reader.selectors(trail);
            others |= selectors.fold(
                    known -> known.stream().anyMatch(selector -> !selector.isOf(Category.MANAGEMENT)),
                    unknown -> false);
            complete &= selectors instanceof ApiResult.Known;
        }
        if (others || setting.equals(Optional.of(true))) {
            return Optional.of(true);
        }
        if (!complete) {
            return setting;
        }
        tell(trails);
        return Optional.of(false);
    }

    /** Whether all of the logs are from these trails: other accounts may have trails of their own that deliver here. */
    private static boolean covers(List<TrailConfiguration> trails, FoundLogs logs, Optional<FoundLogs> beside) {
        if (trails.isEmpty() || beside.isPresent() || logs.kinds().contains(LogKind.NETWORK_ACTIVITY)) {
            return false;
        }
        return logs.organization().isPresent()
                ? trails.stream().anyMatch(TrailConfiguration::organizationTrail)
                : logs.accounts().stream()
                        .allMatch(account ->
                                trails.stream().anyMatch(trail -> trail.owner().equals(account.digits())));
    }

    private void tell(List<TrailConfiguration> trails) {
        List<String> names = trails.stream().map(TrailConfiguration::name).toList();
        workspace
                .messages()
                .info(new Notice(
                        Sanitizer.text((names.size() == 1 ? "trail " : "trails ") + String.join(", ", names)
                                + (names.size() == 1 ? " records" : " record") + " management events only"),
                        Remedy.setting(
                                SettingName.TRAIL_DATA_EVENTS,
                                "true",
                                "is right if data events were recorded in the last 90 days")));
    }
}
