package dev.trailwise.workspace;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.local.ResourceLimits;
import dev.trailwise.logs.paths.LogPaths;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engines of one process, each opened when a query first needs it and kept for the next ones. */
final class Engines implements AutoCloseable {
    private final List<Local> local = new ArrayList<>();
    private @Nullable AwsClients clients;

    /** Not the key of a map: hashing records costs a short run more than comparing the few that there are. */
    private record Local(LogPaths logs, Optional<Path> cache, ResourceLimits limits, LocalEngine engine) {
        boolean is(LogPaths wanted, Optional<Path> wantedCache, ResourceLimits wantedLimits) {
            return logs.equals(wanted) && cache.equals(wantedCache) && limits.equals(wantedLimits);
        }
    }

    /** The engine over logs; one that is open already looks for their files again. */
    synchronized LocalEngine local(LogPaths logs, Optional<Path> cache, ResourceLimits limits, Clock clock) {
        for (Local open : local) {
            if (open.is(logs, cache, limits)) {
                open.engine().refresh();
                return open.engine();
            }
        }
        LocalEngine engine = LocalEngine.open(logs, cache, limits, clock);
        local.add(new Local(logs, cache, limits, engine));
        return engine;
    }

    /** The clients that all queries of AWS share. */
    synchronized AwsClients clients(Supplier<AwsClients> made) {
        if (clients == null) {
            clients = made.get();
        }
        return clients;
    }

    @Override
    public synchronized void close() {
        local.forEach(open -> open.engine().close());
        local.clear();
        if (clients != null) {
            clients.close();
            clients = null;
        }
    }
}
