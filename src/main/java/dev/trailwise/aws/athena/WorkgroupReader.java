package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/** Reads a workgroup while other things are done: the first call of a client takes its time. */
public final class WorkgroupReader {
    private final FutureTask<Workgroup> reading;

    private WorkgroupReader(FutureTask<Workgroup> reading) {
        this.reading = reading;
    }

    /** Begins to read, and returns at once. */
    public static WorkgroupReader begin(AwsClients clients, String name) {
        FutureTask<Workgroup> reading = new FutureTask<>(() -> read(clients, name));
        Thread thread = new Thread(reading, "workgroup");
        thread.setDaemon(true);
        thread.start();
        return new WorkgroupReader(reading);
    }

    /**
     * The workgroup. One whose settings may not be read is given as not {@linkplain Workgroup#known() known}.
     *
     * @throws Failure when it cannot run a query
     */
    public Workgroup workgroup() {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException | CancellationException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.INTERRUPTED, "interrupted", interrupted);
        }
    }

    private static Workgroup read(AwsClients clients, String name) {
        try {
            return AwsCall.run(
                    "athena:GetWorkGroup",
                    "workgroup " + name,
                    () -> checked(
                            name,
                            clients.athena()
                                    .getWorkGroup(request -> request.workGroup(name))
                                    .workGroup()));
        } catch (Denied denied) {
            return Workgroup.unknown(name);
        }
    }

    private static Workgroup checked(String name, WorkGroup found) {
        if (found.state() == WorkGroupState.DISABLED) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the Athena workgroup " + name + " is disabled; enable it or use another one",
                    Remedy.setting(SettingName.ATHENA_WORKGROUP, "names the one to use"));
        }
        Workgroup workgroup = workgroup(name, found.configuration());
        if (workgroup.engineVersion().contains("Spark")) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the Athena workgroup " + name + " runs " + workgroup.engineVersion() + ", which does not run SQL",
                    Remedy.setting(SettingName.ATHENA_WORKGROUP, "names the one to use"));
        }
        return workgroup;
    }

    private static Workgroup workgroup(String name, WorkGroupConfiguration settings) {
        Optional<String> output = settings.resultConfiguration() == null
                ? Optional.empty()
                : Optional.ofNullable(settings.resultConfiguration().outputLocation());
        boolean managed = settings.managedQueryResultsConfiguration() != null
                && Boolean.TRUE.equals(
                        settings.managedQueryResultsConfiguration().enabled());
        String version = settings.engineVersion() == null
                ? ""
                : Optional.ofNullable(settings.engineVersion().effectiveEngineVersion())
                        .orElse("");
        return new Workgroup(
                name,
                true,
                Boolean.TRUE.equals(settings.enforceWorkGroupConfiguration()),
                managed,
                output.filter(place -> !place.isEmpty()),
                Optional.ofNullable(settings.bytesScannedCutoffPerQuery()).map(Bytes::new),
                version);
    }
}
