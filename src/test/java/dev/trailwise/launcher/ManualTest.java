package dev.trailwise.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manual pages say what the help says, to whoever renders them. */
class ManualTest {
    private static final String HELP =
            "Usage: trailwise run [-hq]\nRun a saved query.\n.hidden 'x\n  --logs=A\\B  it's\n";

    @Test
    void a_page_has_the_name_what_it_is_and_the_help() {
        assertThat(HelpFiles.manual("trailwise-run", "trailwise 1.0", HELP))
                .startsWith(".TH \"TRAILWISE-RUN\" \"1\" \"\" \"trailwise 1.0\"\n")
                .contains("trailwise\\-run \\- Run a saved query.\n", "\\&.hidden", "\\-\\-logs=A\\eB  it's");
    }

    @Test
    void man_shows_it(@TempDir Path folder) throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/man")).as("man is here").exists();
        Path page = folder.resolve("trailwise-run.1");
        Files.writeString(page, HelpFiles.manual("trailwise-run", "trailwise 1.0", HELP));
        ProcessBuilder man = new ProcessBuilder("man", "-l", page.toString()).redirectErrorStream(true);
        man.environment().put("MANPAGER", "cat");
        man.environment().put("LC_ALL", "C.UTF-8");
        Process process = man.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(".hidden 'x", "--logs=A\\B  it's");
        assertThat(process.waitFor()).isZero();
    }
}
