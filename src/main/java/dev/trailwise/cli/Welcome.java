package dev.trailwise.cli;

import dev.trailwise.config.Settings;
import dev.trailwise.config.SettingsSources;
import dev.trailwise.console.Host;
import dev.trailwise.failure.Failure;
import dev.trailwise.text.Sanitizer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody sees who types the name of the program alone. It looks at this machine only, and at little of it. */
final class Welcome {
    private static final int MOST_FILES = 1_000;
    private static final List<String> FOLDERS = List.of("AWSLogs", "logs", "cloudtrail");

    private final Host host;
    private final SettingsSources sources;

    Welcome(Host host) {
        this.host = host;
        this.sources = new SettingsSources(host.environment(), host.directory());
    }

    String text() {
        Optional<String> logs = logs();
        return String.join(
                "\n",
                "Query AWS CloudTrail logs, and know the price of each query before you pay it.",
                "",
                "  trailwise demo                            a sample trail with an intrusion to find",
                "  trailwise run top-events --logs " + pad(logs.orElse("FOLDER")) + "your own log files",
                "  trailwise init                            your trail in S3, and its table in Athena",
                "",
                "Here:",
                "  settings     " + settings(),
                "  credentials  " + credentials(),
                "  log files    " + logs.map(path -> "in " + path).orElse("none in this folder"),
                "",
                "All commands: trailwise --help",
                "");
    }

    private static String pad(String folder) {
        return (folder + "          ").substring(0, Math.max(10, folder.length() + 2));
    }

    private String settings() {
        Path file = sources.projectFile();
        if (!Files.exists(file)) {
            return "no trailwise.yaml; trailwise init writes it";
        }
        try {
            Settings settings = sources.of(file);
            return "trailwise.yaml, "
                    + settings.trail()
                            .bucket()
                            .map(bucket -> "bucket " + Sanitizer.text(bucket))
                            .orElse("which names no bucket");
        } catch (Failure wrong) {
            return Sanitizer.text(String.valueOf(wrong.getMessage()));
        }
    }

    /** Whether there are any; whether AWS takes them is not tried. */
    private String credentials() {
        if (!host.variable("AWS_ACCESS_KEY_ID").isEmpty()) {
            return "AWS_ACCESS_KEY_ID is set";
        }
        if (!host.variable("AWS_PROFILE").isEmpty()) {
            return "AWS_PROFILE is " + Sanitizer.text(host.variable("AWS_PROFILE"));
        }
        boolean files =
                Stream.of("credentials", "config").anyMatch(name -> Files.exists(host.resolve("~/.aws/" + name)));
        return files ? "those of ~/.aws" : "none seen; log files need none";
    }

    private Optional<String> logs() {
        for (String folder : FOLDERS) {
            if (Files.isDirectory(host.directory().resolve(folder))) {
                return Optional.of("./" + folder);
            }
        }
        try (DirectoryStream<Path> here = Files.newDirectoryStream(host.directory())) {
            int looked = 0;
            for (Path file : here) {
                if (file.getFileName().toString().endsWith(".json.gz")) {
                    return Optional.of(".");
                }
                if (++looked == MOST_FILES) {
                    break;
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
