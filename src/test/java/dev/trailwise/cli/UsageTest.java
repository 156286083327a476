package dev.trailwise.cli;

import dev.trailwise.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @TempDir
    Path folder;

    @Test
    void help_is_the_result_when_it_is_asked_for() {
        Golden.assertMatches(
                "cli/help.txt", new Shell(folder).run("--help").succeeded().out());
    }

    @Test
    void without_a_command_the_way_on_is_shown_on_stderr() {
        new Shell(folder).run().exited(2).printedExactly("").said("trailwise demo", "--help");
    }

    @Test
    void a_misspelt_command_is_refused_with_the_nearest_one() {
        new Shell(folder).run("hlep").exited(2).printedExactly("").said("hlep", "help");
    }
}
