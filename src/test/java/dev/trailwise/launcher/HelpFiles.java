package dev.trailwise.launcher;

import dev.trailwise.cli.App;
import dev.trailwise.console.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * For the build: {@code java HelpFiles.java FOLDER} writes what {@code --help} of each command and {@code --version}
 * print, so that the launcher can show it without a JVM.
 */
final class HelpFiles {
    private HelpFiles() {}

    /** A file for each command, by its words; {@code .txt} alone is the program's. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Host host = new Host(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC(),
                folder);
        for (Map.Entry<String, String> page : App.help(host).entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".txt"), page.getValue());
        }
        App.run(new String[] {"--version"}, host);
        Files.write(folder.resolve("--version.txt"), out.toByteArray());
    }
}
