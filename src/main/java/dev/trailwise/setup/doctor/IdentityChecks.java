package dev.trailwise.setup.doctor;

import dev.trailwise.aws.client.CallerIdentity;
import dev.trailwise.config.SettingsLayer;
import dev.trailwise.failure.Failure;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The settings, and whom AWS is called as. */
final class IdentityChecks {
    private final Workspace workspace;

    IdentityChecks(Workspace workspace) {
        this.workspace = workspace;
    }

    CheckResult settings() {
        workspace.settings();
        List<SettingsLayer> layers = workspace.settingsLayers();
        return CheckResult.ok(
                layers.isEmpty()
                        ? "defaults: no settings file and no environment variables"
                        : layers.stream()
                                .map(IdentityChecks::shown)
                                .map(Sanitizer::text)
                                .collect(Collectors.joining("\n")));
    }

    private static String shown(SettingsLayer layer) {
        String overridden =
                layer.overridden().isEmpty() ? "" : " (overridden: " + String.join(", ", layer.overridden()) + ")";
        return layer.source() + ": " + (layer.used().isEmpty() ? "nothing" : String.join(", ", layer.used()))
                + overridden;
    }

    CheckResult region() {
        return optionalWithoutBucket(
                () -> CheckResult.ok(workspace.clients().region().code()));
    }

    CheckResult credentials() {
        return optionalWithoutBucket(() -> {
            CallerIdentity caller = CallerIdentity.of(workspace.clients());
            return CheckResult.ok(
                    Sanitizer.text(workspace.accountNames().label(caller.account()) + ", " + caller.arn()));
        });
    }

    /** Queries of log files on this machine need neither. */
    private CheckResult optionalWithoutBucket(Supplier<CheckResult> check) {
        try {
            return check.get();
        } catch (Failure failure) {
            if (workspace.settings().trail().bucket().isPresent()) {
                throw failure;
            }
            String first = failure.getMessage().lines().findFirst().orElse("");
            return CheckResult.notChecked(first + "; log files on this machine need none");
        }
    }
}
