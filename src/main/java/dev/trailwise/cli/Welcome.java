package dev.trailwise.cli;

import dev.trailwise.config.Settings;
import dev.trailwise.config.SettingsSources;
import dev.trailwise.console.Host;
import dev.trailwise.failure.Failure;
import dev.trailwise.text.Sanitizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody sees who types the name of the program alone. It looks at this machine only, and at little of it. */
final class Welcome {
    private static final int MOST_FILES = 1_000;
    private static final int DEEPEST = 10;
    private static final Pattern DELIVERED = Pattern.compile("[.]json[.]gz$");
    private static final Pattern READABLE = Pattern.compile("[.](?:json|ndjson|json[.]gz|zip|tar|tgz|tar[.]gz)$");
    private static final List<String> FOLDERS = List.of("AWSLogs", "logs", "cloudtrail");

    private final Host host;
    private final SettingsSources sources;

    Welcome(Host host) {
        this.host = host;
        this.sources = new SettingsSources(host.environment(), host.directory());
    }

    String text() {
        Optional<String> logs = logs();
        String run = "trailwise run top-events --logs " + logs.orElse("FOLDER");
        int width = run.length() + 2;
        return String.join(
                "\n",
                "Query AWS CloudTrail logs, and know the price of each query before you pay it.",
                "",
                step("trailwise demo", width) + "a sample trail with an intrusion to find",
                step(run, width) + "your own log files",
                step("trailwise init", width) + "your trail in S3, its table in Athena",
                "",
                "Here:",
                "  settings     " + settings(),
                "  credentials  " + credentials(),
                "  Region       " + region(),
                "  log files    " + logs.map(path -> "in " + path).orElse("none in this folder"),
                "",
                "All commands: trailwise --help",
                "");
    }

    private static String step(String command, int width) {
        return "  " + command + " ".repeat(width - command.length());
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

    /** Where the SDK would find some; whether AWS takes them is not tried. */
    private String credentials() {
        if (isSet("AWS_ACCESS_KEY_ID") && isSet("AWS_SECRET_ACCESS_KEY")) {
            return "of the environment";
        }
        if (isSet("AWS_PROFILE")) {
            return "profile " + Sanitizer.text(host.variable("AWS_PROFILE"));
        }
        if (isSet("AWS_WEB_IDENTITY_TOKEN_FILE")
                || isSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                || isSet("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            return "of the container";
        }
        boolean files = Stream.of("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE")
                .anyMatch(name -> isSet(name) && Files.exists(host.resolve(host.variable(name))));
        return files
                        || Stream.of("credentials", "config")
                                .anyMatch(name -> Files.exists(host.resolve("~/.aws/" + name)))
                ? "the AWS CLI's files are there"
                : "none seen, unless this machine has a role; log files need none";
    }

    private String region() {
        return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .filter(this::isSet)
                .map(host::variable)
                .map(Sanitizer::text)
                .findFirst()
                .orElse("not set in the environment");
    }

    private boolean isSet(String variable) {
        return !host.variable(variable).isEmpty();
    }

    /** The first of the usual folders that has a log file, else this one if it has. */
    private Optional<String> logs() {
        return Stream.concat(FOLDERS.stream(), Stream.of(""))
                .filter(folder -> folder.isEmpty()
                        ? hasLogs(host.directory(), 1, DELIVERED)
                        : hasLogs(host.directory().resolve(folder), DEEPEST, READABLE))
                .map(folder -> folder.isEmpty() ? "." : "./" + folder)
                .findFirst();
    }

    private static boolean hasLogs(Path folder, int depth, Pattern names) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.limit(MOST_FILES)
                    .anyMatch(file -> names.matcher(file.toString()).find());
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }
}
