package dev.trailwise.report;

import dev.trailwise.follow.FollowRequest;
import dev.trailwise.follow.chain.Start;
import dev.trailwise.hunt.DetectionFilter;
import dev.trailwise.hunt.HuntRequest;
import dev.trailwise.hunt.RuleChoice;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.report.file.PartSpec;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;

/** Makes parts that can run of what the file of a report says. */
final class Parts {
    private static final int MOST_STEPS = 8;
    private static final int MOST_CREDENTIALS = 500;

    private Parts() {}

    /**
     * A part.
     *
     * @param query the scope, engine and budget of its queries
     * @throws dev.trailwise.failure.Failure when it names what there is not, or lacks a parameter
     */
    static RunningPart of(PartSpec spec, Workspace workspace, QueryRequest query) {
        if (spec instanceof PartSpec.Overview overview) {
            return new OverviewPart(workspace, overview.title().orElse("Overview"), query);
        }
        if (spec instanceof PartSpec.Hunt hunt) {
            return new HuntPart(workspace, hunt.title().orElse("Detections"), request(hunt, query));
        }
        if (spec instanceof PartSpec.Saved saved) {
            SavedQuery found = workspace.library().query(saved.query());
            SqlText sql = found.bind(saved.parameters(), workspace.host().clock());
            return new QueryPart(workspace, saved.title().orElse(found.title()), found.description(), sql, query);
        }
        if (spec instanceof PartSpec.Sql sql) {
            return new QueryPart(workspace, sql.title().orElse("Query"), "", SqlText.of(sql.sql()), query);
        }
        PartSpec.Follow follow = (PartSpec.Follow) spec;
        return new FollowPart(
                workspace,
                follow.title().orElse("Credentials around " + follow.credential()),
                new FollowRequest(
                        Start.of(follow.credential()), query, MOST_STEPS, MOST_CREDENTIALS, follow.siblings()));
    }

    private static HuntRequest request(PartSpec.Hunt hunt, QueryRequest query) {
        return new HuntRequest(
                hunt.sigma().isEmpty() ? Optional.empty() : Optional.of(new RuleChoice(hunt.sigma(), false)),
                new DetectionFilter(hunt.detections(), hunt.topics(), hunt.techniques(), hunt.least()),
                hunt.parameters(),
                query,
                false,
                false,
                Optional.empty());
    }
}
