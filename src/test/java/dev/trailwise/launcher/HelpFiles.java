package dev.trailwise.launcher;

import dev.trailwise.cli.App;
import dev.trailwise.console.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * For the build: {@code java HelpFiles.java FOLDER} writes what {@code --help} of each command and {@code --version}
 * print into {@code help}, for the launcher to show without a JVM; manual pages of the same text into {@code man}, and
 * the scripts of shells into {@code completion}.
 */
final class HelpFiles {
    private HelpFiles() {}

    /** A file for each command, by its words; {@code .txt} alone is the program's. */
    public static void main(String[] arguments) throws IOException {
        Path help = Files.createDirectories(Path.of(arguments[0], "help"));
        Path manual = Files.createDirectories(Path.of(arguments[0], "man"));
        Path completion = Files.createDirectories(Path.of(arguments[0], "completion"));
        String version = printed("--version");
        Files.writeString(help.resolve("--version.txt"), version);
        for (Map.Entry<String, String> page :
                App.help(host(OutputStream.nullOutputStream())).entrySet()) {
            Files.writeString(help.resolve(page.getKey() + ".txt"), page.getValue());
            if (page.getKey().equals("complete")) {
                continue; // for shells, not for people
            }
            String name = ("trailwise " + page.getKey()).strip().replace(' ', '-');
            Files.writeString(manual.resolve(name + ".1"), manual(name, version.strip(), page.getValue()));
        }
        for (String shell : List.of("bash", "zsh", "fish")) {
            Files.writeString(completion.resolve("trailwise." + shell), printed("completion", shell));
        }
    }

    private static String printed(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        App.run(words, host(out));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Host host(OutputStream out) {
        return new Host(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC(),
                Path.of("").toAbsolutePath());
    }

    /** A manual page whose text is set as the help is. */
    static String manual(String name, String version, String help) {
        String what = help.lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("Usage:"))
                .findFirst()
                .orElse(name);
        String text = help.lines()
                .map(line -> line.replace("\\", "\\e").replace("-", "\\-"))
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .collect(Collectors.joining("\n"));
        return ".TH \"%s\" \"1\" \"\" \"%s\"\n.SH NAME\n%s \\- %s\n.SH DESCRIPTION\n.nf\n%s\n.fi\n"
                .formatted(name.toUpperCase(Locale.ROOT), version, name.replace("-", "\\-"), what, text);
    }
}
