package dev.trailwise.testing.aws.athena;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A workgroup's settings.
 *
 * @param name its name
 * @param enabled whether queries can be started in it
 * @param output where results go when a query names no place
 * @param enforced whether they go there in any case
 * @param managed whether Athena keeps the results itself
 * @param cutoff the bytes beyond which a query is cancelled
 * @param engine the engine's version that is selected, such as {@code AUTO}
 */
public record Workgroup(
        String name,
        boolean enabled,
        Optional<String> output,
        boolean enforced,
        boolean managed,
        OptionalLong cutoff,
        String engine) {

    /** One that is enabled, with nothing set. */
    public static Workgroup of(String name) {
        return new Workgroup(name, true, Optional.empty(), false, false, OptionalLong.empty(), "AUTO");
    }

    /** The same with results going there unless a query says otherwise. */
    public Workgroup withOutput(String location) {
        return new Workgroup(name, enabled, Optional.of(location), enforced, managed, cutoff, engine);
    }

    /** The same with its settings enforced. */
    public Workgroup enforcing() {
        return new Workgroup(name, enabled, output, true, managed, cutoff, engine);
    }

    /** The same with results that Athena keeps. */
    public Workgroup managing() {
        return new Workgroup(name, enabled, Optional.empty(), enforced, true, cutoff, engine);
    }

    /** The same with a limit of bytes a query. */
    public Workgroup withCutoff(long bytes) {
        return new Workgroup(name, enabled, output, enforced, managed, OptionalLong.of(bytes), engine);
    }

    /** The same, closed. */
    public Workgroup disabled() {
        return new Workgroup(name, false, output, enforced, managed, cutoff, engine);
    }

    /** The same on another engine, such as {@code Athena engine version 2}. */
    public Workgroup withEngine(String version) {
        return new Workgroup(name, enabled, output, enforced, managed, cutoff, version);
    }

    /** What GetWorkGroup answers. */
    ObjectNode json() {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        ObjectNode group = answer.putObject("WorkGroup");
        group.put("Name", name).put("State", enabled ? "ENABLED" : "DISABLED").put("CreationTime", 1.7e9);
        ObjectNode configuration = group.putObject("Configuration");
        ObjectNode result = configuration.putObject("ResultConfiguration");
        output.ifPresent(location -> result.put("OutputLocation", location));
        configuration.put("EnforceWorkGroupConfiguration", enforced).put("PublishCloudWatchMetricsEnabled", true);
        cutoff.ifPresent(bytes -> configuration.put("BytesScannedCutoffPerQuery", bytes));
        configuration
                .putObject("EngineVersion")
                .put("SelectedEngineVersion", engine)
                .put("EffectiveEngineVersion", engine.equals("AUTO") ? "Athena engine version 3" : engine);
        configuration.putObject("ManagedQueryResultsConfiguration").put("Enabled", managed);
        return answer;
    }
}
