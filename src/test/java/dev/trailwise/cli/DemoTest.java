package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.logs.LogFiles;
import dev.trailwise.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    @Test
    void the_demo_tells_the_story_of_the_intrusion_as_documented() {
        Shell.Result result = new Shell(folder).run("demo", "--to", "sample").succeeded();

        Golden.assertMatches("cli/demo.txt", withoutSizes(result.out()));
        assertThat(result.err()).contains("(168 files, ");
    }

    @Test
    void what_another_version_left_in_the_cache_is_not_shown() throws java.io.IOException {
        Shell shell = new Shell(folder);
        String fresh = shell.run("demo").succeeded().out();
        Path log = LogFiles.find(folder.resolve("cache/trailwise/demo"))
                .files()
                .get(0)
                .path();
        Path left = log.resolveSibling("left.json.gz");
        Files.copy(log, left);

        assertThat(shell.run("demo").succeeded().out()).isEqualTo(fresh);
        assertThat(left).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws java.io.IOException {
        Files.writeString(folder.resolve("file"), "");

        new Shell(folder).run("demo", "--to", "file").exited(2).said("cannot write the sample trail", "--to");
    }

    /** Not every zlib compresses to the same size. */
    private String withoutSizes(String text) {
        return text.replace(folder.resolve("sample").toString(), "DIR")
                .replaceAll(" *[0-9.]+ [kMG]?B\\b", " SIZE")
                .replaceAll("\\$[0-9.]+[0-9]", "PRICE");
    }
}
