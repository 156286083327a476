package dev.trailwise.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class NoticeTextTest {
    private static final Remedy SCAN = Remedy.flag(FlagName.MAX_SCAN, "2GB", "allows it");
    private static final Remedy CREATE = Remedy.command(CommandName.TABLE_CREATE, FlagName.UPDATE, "changes it");

    @Test
    void one_remedy_ends_the_sentence() {
        assertThat(text("no estimate", SCAN)).isEqualTo("no estimate; --max-scan 2GB allows it");
        assertThat(text("it differs", CREATE)).isEqualTo("it differs; 'trailwise table create --update' changes it");
        assertThat(text("24 hours", Remedy.flags("change it", FlagName.FROM, FlagName.TO)))
                .isEqualTo("24 hours; --from and --to change it");
        assertThat(text("did you mean 'x'?", Remedy.command(CommandName.QUERIES, "lists all")))
                .isEqualTo("did you mean 'x'? 'trailwise queries' lists all");
        assertThat(text("nothing else")).isEqualTo("nothing else");
    }

    @Test
    void several_remedies_have_lines_of_their_own() {
        assertThat(text("no", SCAN, CREATE, Remedy.action("wait"))).isEqualTo("""
                        no
                          --max-scan 2GB                   allows it
                          trailwise table create --update  changes it
                          wait""");
    }

    @Test
    void a_remedy_comes_below_a_text_of_several_lines() {
        Remedy setting =
                new Remedy.Setting(List.of(SettingName.TABLE_DATABASE, SettingName.TABLE_NAME), "", "name your table");

        assertThat(text("a\n  b", setting))
                .isEqualTo("a\n  b\n  table.database and table.name in trailwise.yaml  name your table");
    }

    @Test
    void a_value_from_outside_can_be_typed_and_cannot_steer_the_terminal() {
        assertThat(text("no", Remedy.flag(FlagName.CONFIG, "my file\u001b[2J", "reads it")))
                .isEqualTo("no; --config 'my file\\u001b[2J' reads it");
    }

    @Test
    void a_flag_that_the_command_does_not_take_is_not_advised() {
        CommandSpec command = CommandSpec.create()
                .addOption(OptionSpec.builder("--max-scan").type(String.class).build());
        Remedy other = Remedy.flag(FlagName.PREFIX, "PREFIX", "names it");

        assertThat(NoticeText.of(command).apply(new Notice("no", SCAN, other)))
                .isEqualTo("no; --max-scan 2GB allows it");
    }

    private static String text(String text, Remedy... remedies) {
        return NoticeText.ANY.apply(new Notice(text, remedies));
    }
}
