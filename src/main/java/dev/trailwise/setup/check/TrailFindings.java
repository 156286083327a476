package dev.trailwise.setup.check;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.CallerIdentity;
import dev.trailwise.aws.client.Parallel;
import dev.trailwise.aws.trails.BucketReader;
import dev.trailwise.aws.trails.BucketState;
import dev.trailwise.aws.trails.TrailConfiguration;
import dev.trailwise.aws.trails.TrailReader;
import dev.trailwise.aws.trails.TrailState;
import dev.trailwise.config.TrailSettings;
import dev.trailwise.failure.Failure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what AWS says of the trail of the settings, or of all trails where none is set, and judges it. */
final class TrailFindings {
    private static final String MATTERS = "nothing else can be checked without the trails";
    private static final String ELSEWHERE_MATTERS = "they may be paid copies, or the only trails of their Regions";

    private final AwsClients clients;
    private final TrailReader reader;
    private final TrailSettings settings;
    private final Clock clock;

    TrailFindings(AwsClients clients, TrailSettings settings, Clock clock) {
        this.clients = clients;
        this.reader = new TrailReader(clients);
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> all() {
        return reader.here().fold(this::of, unknown -> List.of(Finding.unknown("", "trail", unknown, MATTERS)));
    }

    private List<Finding> of(List<TrailConfiguration> here) {
        List<TrailConfiguration> trails = new ArrayList<>(here);
        Optional<Finding> elsewhere = reader.elsewhere(here)
                .fold(
                        more -> {
                            trails.addAll(more);
                            return Optional.empty();
                        },
                        unknown -> Optional.of(
                                Finding.unknown("", "trails of other Regions", unknown, ELSEWHERE_MATTERS)));
        List<Finding> findings = new ArrayList<>(of(trails, elsewhere.isEmpty()));
        elsewhere.ifPresent(findings::add);
        return findings;
    }

    private List<Finding> of(List<TrailConfiguration> trails, boolean complete) {
        if (trails.isEmpty()) {
            return complete
                    ? List.of(newTrail().finding())
                    : List.of(Finding.unclear("", "trail", "no trail in " + clients.region(), MATTERS));
        }
        List<TrailConfiguration> meant = trails.stream().filter(this::meant).toList();
        if (meant.isEmpty()) {
            return List.of(Finding.unclear(
                    "",
                    "trail",
                    "no trail of this account delivers to s3://"
                            + settings.bucket().orElse("") + "/" + settings.prefix(),
                    "the trail may be another account's, for example the management account's: use its credentials"));
        }
        List<TrailState> states = Parallel.map(trails, reader::state);
        Map<String, BucketState> buckets = new TreeMap<>();
        BucketReader bucketReader = new BucketReader(clients);
        List<Finding> findings = new ArrayList<>();
        for (TrailState state : states) {
            TrailConfiguration trail = state.trail();
            if (meant.contains(trail)) {
                findings.addAll(new DeliveryChecks(clock).of(state));
                findings.addAll(new ReachChecks(trails).of(trail));
                findings.addAll(EventChecks.of(state));
                findings.addAll(StorageChecks.of(trail, buckets.computeIfAbsent(trail.bucket(), bucketReader::state)));
            }
        }
        findings.addAll(CopyCheck.of(states));
        return findings;
    }

    private boolean meant(TrailConfiguration trail) {
        return settings.bucket()
                .map(bucket -> trail.deliversTo(bucket, settings.prefix()))
                .orElse(true);
    }

    private NewTrail newTrail() {
        String account;
        try {
            account = CallerIdentity.of(clients).account().digits();
        } catch (Failure unanswered) {
            account = "ACCOUNT";
        }
        String region = clients.region().code();
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return new NewTrail(account, clients.region(), partition);
    }
}
