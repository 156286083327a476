package dev.trailwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of a page of the documentation, in Markdown. */
final class PageCommands {
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`((?:scripts/)?trailwise [^`\\n]*)`");

    /** A word in quotes or without. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private PageCommands() {}

    /** Runs a command line and gives what the screen shows. */
    interface Screen {
        String show(String commandLine);
    }

    /** The page with the output that each command of its console blocks has now. */
    static String rendered(String page, Screen screen) {
        return CONSOLE.matcher(page).replaceAll(block -> {
            String body = commandLines(block.group(1)).stream()
                    .map(command -> "$ " + command + "\n" + screen.show(command.replace("\\\n", " ")))
                    .collect(Collectors.joining());
            return Matcher.quoteReplacement("```console\n" + body + "```");
        });
    }

    /** As they are written, with their line breaks. */
    private static List<String> commandLines(String block) {
        List<String> commands = new ArrayList<>();
        boolean goesOn = false;
        for (String line : block.split("\n")) {
            if (goesOn) {
                commands.set(commands.size() - 1, commands.get(commands.size() - 1) + "\n" + line);
            } else if (line.startsWith("$ ")) {
                commands.add(line.substring(2));
            } else {
                continue;
            }
            goesOn = line.endsWith("\\");
        }
        return commands;
    }

    /** Every command that a page names outside of console blocks, without the remark beside it. */
    static List<String> named(String page) {
        List<String> commands = new ArrayList<>();
        String prose = page;
        for (Matcher fence = FENCE.matcher(page); fence.find(); ) {
            prose = prose.replace(fence.group(), "");
            if (fence.group(1).isEmpty() || fence.group(1).equals("sh")) {
                fence.group(2)
                        .replaceAll("\\\\\\n\\s*", " ")
                        .lines()
                        .filter(line -> line.matches("(scripts/)?trailwise .*"))
                        .map(line -> line.split(" {2,}", 2)[0])
                        .forEach(commands::add);
            }
        }
        INLINE.matcher(prose).results().map(inline -> inline.group(1)).forEach(commands::add);
        commands.removeIf(command -> command.contains("…"));
        return commands;
    }

    /** The arguments of a command line, up to a pipe or a redirection. */
    static List<String> arguments(String commandLine) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(commandLine); word.find(); ) {
            if (word.group(3) != null && word.group(3).matches("[|]|>+|&&|;")) {
                break;
            }
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words.subList(1, words.size());
    }
}
