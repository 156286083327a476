package dev.trailwise.run;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.AwsRegions;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.aws.lookup.LookupExecution;
import dev.trailwise.aws.lookup.LookupFetch;
import dev.trailwise.aws.lookup.LookupFetch.Fetched;
import dev.trailwise.aws.lookup.LookupFilter;
import dev.trailwise.aws.lookup.LookupJob;
import dev.trailwise.disk.SpillFolder;
import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.local.ResourceLimits;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.output.CoverageLine;
import dev.trailwise.query.Compiler;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Queries CloudTrail's own event history: fetches its events into log files, and queries those on this machine. */
final class LookupBackend implements Backend {
    private final Workspace workspace;
    private final QueryRequest request;
    private final AwsClients clients;
    private final ResourceLimits limits;
    private final SpillFolder recent;
    private Optional<LookupJob> job = Optional.empty();
    private Optional<LookupExecution> running = Optional.empty();
    private Optional<LocalEngine> engine = Optional.empty();

    LookupBackend(Workspace workspace, QueryRequest request) {
        this.workspace = workspace;
        this.request = request;
        this.clients = workspace.clients();
        this.limits = workspace.localLimits(request.engine().memory());
        this.recent = SpillFolder.create(limits.spill())
                .orElseThrow(() -> new Failure(
                        ExitCode.NOT_WRITTEN, "cannot create a folder in " + limits.spill() + "; set XDG_CACHE_HOME"));
    }

    @Override
    public Compiler compiler() {
        return request.localCompiler(workspace);
    }

    @Override
    public Execution start(CompiledQuery query) {
        workspace.progress().start();
        if (query.tables().isEmpty()) { // SELECT 1
            return local(query, List.of());
        }
        LookupJob planned = new LookupPlan(workspace, clients).job(query, recent.path());
        job = Optional.of(planned);
        workspace.messages().detail("LookupEvents requests: " + planned.wanted().values());
        if (!request.wantedNames().isEmpty() && planned.wanted().containsValue(LookupFilter.NONE)) {
            workspace
                    .messages()
                    .info(new Notice(
                            "fetching all events: LookupEvents matches names exactly, and this search ignores case",
                            Remedy.command(CommandName.SQL, "with eventname = '…' fetches fewer")));
        }
        LookupFetch fetch = new LookupFetch(clients, planned, workspace.progress());
        running = Optional.of(new LookupExecution(fetch, files -> local(query, files)));
        return running.get();
    }

    private Execution local(CompiledQuery query, List<Path> files) {
        LocalEngine opened = files.isEmpty()
                ? LocalEngine.overNoFiles(limits, workspace.host().clock())
                : LocalEngine.open(
                        LogPaths.ofFiles(files),
                        Optional.empty(),
                        limits,
                        workspace.host().clock());
        engine = Optional.of(opened);
        opened.reportTo(workspace.progress());
        return opened.start(query);
    }

    @Override
    public ExitCode answered(RunResult answer) {
        String rows = CoverageLine.rows(answer.rows(), request.output().limit());
        if (running.isEmpty() || job.isEmpty() || answer.coverage().isEmpty()) {
            workspace.messages().info(rows);
            return ExitCode.SUCCESS;
        }
        Coverage coverage = answer.coverage().get();
        CoverageLine.warning(coverage).ifPresent(workspace.messages()::warning);
        boolean whole = missing(job.get(), running.get().fetched());
        if (answer.rows() == 0) {
            workspace
                    .messages()
                    .info("No matching events (scope: "
                            + request.scope().scope().description() + ").");
        }
        CoverageLine.summary(coverage, rows, request.engine().distinctEvents(), workspace.accountNames())
                .forEach(workspace.messages()::info);
        workspace
                .messages()
                .info("LookupEvents has management events and Insights of account "
                        + workspace.accountNames().label(job.get().account())
                        + " from the last 90 days: no data events, no network activity; events of"
                        + " the last 15 minutes may be missing");
        return coverage.complete() && whole ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    /** Warns of what the scope asks for and the answer cannot have; false when there is any. */
    private boolean missing(LookupJob asked, Fetched fetched) {
        if (fetched.older()) {
            workspace
                    .messages()
                    .warning(new Notice(
                            "events before " + asked.oldest() + " are missing: LookupEvents has the last 90 days",
                            Remedy.flag(FlagName.ENGINE, "athena", "queries all days of the trail")));
        }
        List<AccountId> others = request.scope().scope().accounts().stream()
                .filter(account -> !account.equals(asked.account()))
                .toList();
        if (!others.isEmpty()) {
            workspace
                    .messages()
                    .warning("events of " + list(others) + " are missing: LookupEvents only has those of account "
                            + asked.account());
        }
        failed(fetched.failed());
        return !fetched.older() && others.isEmpty() && fetched.failed().isEmpty();
    }

    private void failed(SortedMap<Region, Failure> failed) {
        List<Region> denied = new ArrayList<>();
        List<Region> rejected = new ArrayList<>();
        List<Region> optIn = new ArrayList<>();
        failed.forEach((region, failure) -> {
            if (failure instanceof Denied) {
                denied.add(region);
            } else if (failure.exitCode() == ExitCode.ACCESS) {
                (AwsRegions.isOptIn(region) ? optIn : rejected).add(region);
            } else {
                workspace.messages().warning(failure.notice().prefixed("events of " + region + " may be missing: "));
            }
        });
        if (!denied.isEmpty()) {
            missing(denied, "AWS does not allow cloudtrail:LookupEvents there");
        }
        if (!rejected.isEmpty()) {
            missing(rejected, "AWS rejects the credentials there");
        }
        if (!optIn.isEmpty()) {
            missing(
                    optIn,
                    "AWS rejects the credentials there: these Regions are not enabled for the account, or the session"
                            + " token is one of the global STS endpoint, which they do not accept");
        }
    }

    private void missing(List<Region> regions, String reason) {
        workspace
                .messages()
                .warning(new Notice(
                        "events of " + list(regions) + " are missing: " + reason,
                        Remedy.flag(FlagName.REGION, "REGION,…", "queries only the Regions named"),
                        Remedy.setting(SettingName.TRAIL_REGIONS, "names them for every query")));
    }

    private static String list(List<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public void ended(Execution execution) {
        workspace.progress().stop();
    }

    @Override
    public void close() {
        workspace.progress().stop();
        engine.ifPresent(LocalEngine::close);
        recent.close();
    }
}
