package dev.trailwise.travel;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Format;
import dev.trailwise.query.Library;
import dev.trailwise.run.Part;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Rendering;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs the query of changes of address, and judges each change by the places of the two addresses. */
public final class Travel {
    private static final String CHANGES = "address-changes";

    private Travel() {}

    /** The query whose rows are judged. */
    public static SqlText question(Workspace workspace) {
        return Library.shipped().query(CHANGES).bind(List.of(), workspace.host().clock());
    }

    /**
     * Shows who was in two places at once, or the price of finding out.
     *
     * @return that of the query; that of an incomplete answer when an address has no known place
     * @throws Failure when the file of places cannot be read, or the query does not run
     */
    public static ExitCode run(Workspace workspace, TravelRequest request) {
        QueryRequest query = request.query();
        if (query.output().format() == Format.PARQUET) {
            throw Failure.usage("journeys are not written as Parquet; use another format");
        }
        try (PlaceDatabase places = PlaceDatabase.open(request.places())) {
            TravelCount count = new TravelCount();
            Rendering rows = (how, stream) -> new TravelRows(
                    places, request, count, Rendering.of(query.output()).open(how, stream));
            ExitCode exit = QueryRunner.answer(workspace, query.part(question(workspace), Part.shown(rows)));
            if (query.dryRun() || query.engine().explain()) {
                return exit;
            }
            workspace
                    .messages()
                    .info(count.tooFast() + " of " + count.all() + " changes of address are faster than "
                            + request.speed() + " km/h");
            return query.exits().exit(complete(workspace, places, count, exit), count.tooFast());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ExitCode complete(Workspace workspace, PlaceDatabase places, TravelCount count, ExitCode exit) {
        if (count.withoutPlace() == 0) {
            return exit;
        }
        workspace
                .messages()
                .warning(count.withoutPlace() + " of " + count.all() + " changes of address are not judged: "
                        + places.kind() + " has no place for one of the addresses");
        return exit == ExitCode.SUCCESS ? ExitCode.PARTIAL : exit;
    }
}
