package dev.trailwise.setup.doctor;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Makes checks one after the other. One that fails does not end the others, but those that need it are left out. */
final class CheckRun {
    private final Map<Check, CheckResult> results = new EnumMap<>(Check.class);
    private final Map<Check, Check> causes = new EnumMap<>(Check.class);
    private final Runnable starting;
    private final BiConsumer<Check, CheckResult> listener;

    /**
     * A run of checks.
     *
     * @param starting called before each check
     * @param listener receives each result as soon as it is known
     */
    CheckRun(Runnable starting, BiConsumer<Check, CheckResult> listener) {
        this.starting = starting;
        this.listener = listener;
    }

    /** Makes a check, unless one that it needs failed or was not made. */
    void make(Check check, Supplier<CheckResult> how) {
        Optional<Check> missing = check.needs().stream()
                .filter(need ->
                        results.containsKey(need) && !results.get(need).status().allowsMore())
                .findFirst();
        missing.ifPresent(need -> causes.put(check, causes.getOrDefault(need, need)));
        CheckResult result = missing.isPresent() ? CheckResult.notChecked("needs: " + causes.get(check)) : attempt(how);
        results.put(check, result);
        listener.accept(check, result);
    }

    private CheckResult attempt(Supplier<CheckResult> how) {
        starting.run();
        try {
            return how.get();
        } catch (Failure failure) {
            if (failure.exitCode() == ExitCode.INTERRUPTED) {
                throw failure;
            }
            return CheckResult.failed(failure);
        }
    }

    /** The results so far. */
    Map<Check, CheckResult> results() {
        return Collections.unmodifiableMap(results);
    }

    /** Whether a check was made, however it ended. */
    boolean wasMade(Check check) {
        CheckResult result = results.get(check);
        return result != null && result.status() != Status.NOT_CHECKED;
    }

    /** How many checks ended so. */
    long count(Status status) {
        return results.values().stream()
                .filter(result -> result.status() == status)
                .count();
    }

    /** The exit code of the first check that failed. */
    ExitCode exit() {
        return results.values().stream()
                .filter(result -> result.status() == Status.FAILED)
                .map(CheckResult::exit)
                .findFirst()
                .orElse(ExitCode.SUCCESS);
    }
}
