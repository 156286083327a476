package dev.trailwise.cli.command.table;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.aws.trails.FoundLogs;
import dev.trailwise.aws.trails.FoundTrail;
import dev.trailwise.aws.trails.TrailFinder;
import dev.trailwise.cli.option.TrailOptions;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Visible;
import dev.trailwise.run.Workspace;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Organization;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the logs that the settings are to be about: those of a bucket that was named, or of the trails that there are. */
public final class TrailHunt {
    private static final String NO_ORGANIZATION = "none";

    private final Workspace workspace;
    private final AwsClients clients;
    private final TrailOptions options;

    public TrailHunt(Workspace workspace, AwsClients clients, TrailOptions options) {
        this.workspace = workspace;
        this.clients = clients;
        this.options = options;
    }

    /**
     * The one to take: the only one, or what the person at the terminal says.
     *
     * @throws Failure when there is none, or several and nobody to ask
     */
    public TrailCandidate choose(Prompt prompt) {
        List<TrailCandidate> candidates = options.bucket == null ? ofTrails() : ofBucket(options.bucket);
        candidates.removeIf(candidate -> !wanted(candidate.logs()));
        List<TrailCandidate> all = List.copyOf(candidates);
        candidates.removeIf(
                candidate -> options.organization == null && all.stream().anyMatch(candidate::liesBeside));
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
        List<FoundLogs> found = options.prefix == null ? survey.everywhere() : survey.under(prefix(options.prefix));
        return candidates(bucket, found);
    }

    private List<TrailCandidate> ofTrails() {
        List<FoundTrail> trails = new TrailFinder(clients).trails();
        Set<TrailCandidate> candidates = new LinkedHashSet<>();
        Optional<Failure> unreadable = Optional.empty();
        for (FoundTrail trail : trails) {
            workspace.messages().info(Visible.text(described(trail)));
            try {
                candidates.addAll(candidates(
                        trail.bucket(), new BucketSurvey(clients, trail.bucket()).under(prefix(trail.prefix()))));
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
        String asked = options.organization;
        return logs.kinds().contains(LogKind.EVENTS)
                && (asked == null
                        || logs.organization()
                                .map(Organization::id)
                                .orElse(NO_ORGANIZATION)
                                .equals(asked));
    }

    private static String described(FoundTrail trail) {
        String scope = (trail.organizationTrail() ? "organization, " : "")
                + (trail.multiRegion() ? "all Regions" : "one Region");
        return "trail '" + trail.name() + "' (" + scope + ") delivers to s3://" + trail.bucket() + "/" + trail.prefix();
    }

    /** People name the whole path that they see in the console. */
    private static String prefix(String written) {
        return written.replaceFirst("(^|/)AWSLogs(/.*)?$", "").replaceAll("^/+|/+$", "");
    }

    private Failure none() {
        if (options.bucket == null) {
            return new Failure(
                    ExitCode.USAGE,
                    "CloudTrail knows no trail with logs in " + clients.region()
                            + ": name another Region or --profile, or the bucket that holds the logs with --bucket");
        }
        String where = "s3://" + options.bucket + "/" + (options.prefix == null ? "" : prefix(options.prefix));
        BucketSurvey survey = new BucketSurvey(clients, options.bucket);
        List<String> doubled =
                options.prefix == null ? survey.doubledSlashes() : survey.doubledSlashes(prefix(options.prefix));
        return new Failure(
                ExitCode.USAGE,
                Visible.text("there are no CloudTrail logs in " + where)
                        + (doubled.isEmpty()
                                ? ": none of its folders is an AWSLogs/…/CloudTrail; check --bucket, --prefix and"
                                        + " --organization"
                                : "\n" + LeftOut.slashes(options.bucket, doubled)));
    }

    private static Failure several(List<TrailCandidate> candidates) {
        StringBuilder message = new StringBuilder("there are logs of several trails; choose with");
        candidates.forEach(candidate -> message.append("\n  trailwise init ")
                .append(candidate.flags())
                .append("   # ")
                .append(candidate.summary()));
        return new Failure(ExitCode.USAGE, message.toString());
    }
}
