package dev.trailwise.cli.option;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes a notice: one remedy at the end of its sentence, several on lines of their own. Flags that the current command
 * does not take are left out.
 */
public final class NoticeText implements Function<Notice, String> {
    /** For no command in particular. */
    public static final NoticeText ANY = new NoticeText(flag -> true);

    private final Predicate<FlagName> taken;

    private NoticeText(Predicate<FlagName> taken) {
        this.taken = taken;
    }

    /** For a command. */
    public static NoticeText of(CommandSpec command) {
        return new NoticeText(flag -> command.optionsMap().containsKey(flag.toString()));
    }

    @Override
    public String apply(Notice notice) {
        List<Remedy> remedies = notice.remedies().stream().filter(this::helps).toList();
        if (remedies.size() == 1 && notice.text().indexOf('\n') < 0) {
            Remedy remedy = remedies.get(0);
            String way = remedy instanceof Remedy.Command ? "'" + way(remedy) + "'" : way(remedy);
            return sentence(notice.text()) + phrase(way, " ", remedy);
        }
        int width =
                remedies.stream().mapToInt(remedy -> way(remedy).length()).max().orElse(0);
        List<String> lines = new ArrayList<>(List.of(notice.text()));
        for (Remedy remedy : remedies) {
            String way = way(remedy);
            lines.add("  " + phrase(way, " ".repeat(width - way.length() + 2), remedy));
        }
        return String.join("\n", lines);
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return text + (text.endsWith("?") || text.endsWith(".") ? " " : "; ");
    }

    private boolean helps(Remedy remedy) {
        return !(remedy instanceof Remedy.Flag flag)
                || flag.arguments().stream().map(Remedy.Argument::flag).allMatch(taken);
    }

    private static String phrase(String way, String gap, Remedy remedy) {
        return way.isEmpty() ? remedy.effect() : Sanitizer.text(way) + gap + remedy.effect();
    }

    private static String way(Remedy remedy) {
        if (remedy instanceof Remedy.Flag flag) {
            return flag.arguments().stream()
                            .allMatch(argument -> argument.value().isEmpty())
                    ? listed(flag.arguments())
                    : arguments(flag.arguments());
        }
        if (remedy instanceof Remedy.Command command) {
            return (command.name() + " " + arguments(command.arguments())).strip();
        }
        if (remedy instanceof Remedy.Setting setting) {
            String names = setting.names().stream().map(Object::toString).collect(Collectors.joining(" and "));
            return names + (setting.value().isEmpty() ? "" : ": " + setting.value()) + " in trailwise.yaml";
        }
        return remedy instanceof Remedy.Permission permission ? String.join(" and ", permission.actions()) : "";
    }

    private static String listed(List<Remedy.Argument> flags) {
        String all = flags.stream().map(flag -> flag.flag().toString()).collect(Collectors.joining(", "));
        return all.replaceFirst(", (?=[^,]*$)", " and ");
    }

    private static String arguments(List<Remedy.Argument> arguments) {
        return arguments.stream().map(NoticeText::argument).collect(Collectors.joining(" "));
    }

    private static String argument(Remedy.Argument argument) {
        String flag = argument.flag().toString();
        return argument.value()
                .map(value -> CommandLineText.of(List.of(flag, value)))
                .orElse(flag);
    }
}
