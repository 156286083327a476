package dev.trailwise.setup;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.aws.trails.FoundLogs;
import dev.trailwise.aws.trails.FoundTrail;
import dev.trailwise.aws.trails.TrailFinder;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Organization;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the logs that the settings are to be about: those of a bucket that was named, or of the trails that there are. */
public final class TrailPicker {
    private final Workspace workspace;
    private final AwsClients clients;
    private final TrailChoice choice;

    public TrailPicker(Workspace workspace, AwsClients clients, TrailChoice choice) {
        this.workspace = workspace;
        this.clients = clients;
        this.choice = choice;
    }

    /**
     * The one to take: the only one, or what the person at the terminal says.
     *
     * @throws Failure when there is no trail, or several and no terminal to choose at
     */
    public TrailCandidate choose(Prompt prompt) {
        List<TrailCandidate> candidates = choice.bucket().map(this::ofBucket).orElseGet(this::ofTrails);
        candidates.removeIf(candidate -> !wanted(candidate.logs()));
        List<TrailCandidate> all = List.copyOf(candidates);
        candidates.removeIf(
                candidate -> choice.organization().isEmpty() && all.stream().anyMatch(candidate::liesBeside));
        if (candidates.isEmpty()) {
            throw none();
        }
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        if (!prompt.possible()) {
            throw several(candidates);
        }
        for (int i = 0; i < candidates.size(); i++) {
            workspace.messages().ask("  " + (i + 1) + "  " + candidates.get(i).summary() + "\n");
        }
        return candidates.get(prompt.choose("Which of these?", candidates.size()) - 1);
    }

    private List<TrailCandidate> ofBucket(String bucket) {
        BucketSurvey survey = new BucketSurvey(clients, bucket);
        return candidates(bucket, choice.prefix().map(survey::under).orElseGet(survey::everywhere));
    }

    private List<TrailCandidate> ofTrails() {
        List<FoundTrail> trails = new TrailFinder(clients).trails();
        Set<TrailCandidate> candidates = new LinkedHashSet<>();
        Optional<Failure> unreadable = Optional.empty();
        for (FoundTrail trail : trails) {
            workspace.messages().info(Sanitizer.text(described(trail)));
            try {
                candidates.addAll(candidates(
                        trail.bucket(),
                        new BucketSurvey(clients, trail.bucket()).under(TrailChoice.prefix(trail.prefix()))));
            } catch (Failure failure) {
                workspace.messages().warning(failure.notice());
                unreadable = Optional.of(failure);
            }
        }
        if (candidates.isEmpty() && unreadable.isPresent()) {
            throw unreadable.get();
        }
        return new ArrayList<>(candidates);
    }

    private static List<TrailCandidate> candidates(String bucket, List<FoundLogs> found) {
        List<TrailCandidate> candidates = new ArrayList<>();
        found.forEach(logs -> candidates.add(new TrailCandidate(bucket, logs)));
        return candidates;
    }

    private boolean wanted(FoundLogs logs) {
        return logs.kinds().contains(LogKind.EVENTS)
                && choice.isOf(logs.organization().map(Organization::id));
    }

    private static String described(FoundTrail trail) {
        String scope = (trail.organizationTrail() ? "organization, " : "")
                + (trail.multiRegion() ? "all Regions" : "one Region");
        return "trail '" + trail.name() + "' (" + scope + ") delivers to s3://" + trail.bucket() + "/" + trail.prefix();
    }

    private Failure none() {
        if (choice.bucket().isEmpty()) {
            return Failure.usage(
                    "CloudTrail has no trail with logs in " + clients.region(),
                    Remedy.flag(FlagName.BUCKET, "NAME", "names the bucket of the logs"),
                    Remedy.flag(FlagName.PROFILE, "NAME", "uses another AWS profile, and its Region"),
                    Remedy.command(CommandName.TRAIL_CHECK, "prints commands that create a trail, and what it costs"));
        }
        String bucket = choice.bucket().get();
        String none = Sanitizer.text("there are no CloudTrail logs in s3://" + bucket + "/"
                + choice.prefix().orElse(""));
        List<String> doubled = doubledSlashes(new BucketSurvey(clients, bucket));
        return doubled.isEmpty()
                ? Failure.usage(
                        none + ": none of its folders is an AWSLogs/…/CloudTrail",
                        Remedy.flags("say where to look", FlagName.BUCKET, FlagName.PREFIX, FlagName.ORGANIZATION))
                : Failure.usage(none + "\n" + UncoveredLogs.slashes(bucket, doubled));
    }

    private List<String> doubledSlashes(BucketSurvey survey) {
        return choice.prefix().map(survey::doubledSlashes).orElseGet(survey::doubledSlashes);
    }

    private static Failure several(List<TrailCandidate> candidates) {
        return new Failure(
                ExitCode.USAGE,
                new Notice(
                        "there are logs of several trails; choose one:",
                        candidates.stream()
                                .map(candidate -> candidate.init("# " + candidate.summary()))
                                .toList()),
                null);
    }
}
