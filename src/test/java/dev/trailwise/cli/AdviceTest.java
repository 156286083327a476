package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.architecture.MainLiterals;
import dev.trailwise.architecture.MainLiterals.Literal;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Whatever the program advises exists: flags, commands and settings, by the live command tree. */
class AdviceTest {
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern COMMAND = Pattern.compile("\\btrailwise ("
            + commands().keySet().stream()
                    .map(command -> command.split(" ")[1])
                    .distinct()
                    .collect(Collectors.joining("|"))
            + ")\\b( [a-z]+)?");
    private static final Pattern SETTING = Pattern.compile(
            "(?<![\\w.])(trail|table|athena|cost|local|output)\\.(?!tf)[a-z]+(_[a-z]+)*(?![\\w(]|\\.\\w)");

    /** Flags of another program. */
    private static final Pattern AWS_CLI = Pattern.compile("\\baws [a-z0-9]+ [a-z-]+[^'\n]*| --recursive");

    /** Each command by what is typed for it, such as {@code trailwise table create}. */
    private static Map<String, CommandLine> commands() {
        Map<String, CommandLine> commands = new TreeMap<>();
        CommandTreeTest.commands()
                .filter(command -> command.getParent() != null)
                .forEach(command -> commands.put(command.getCommandSpec().qualifiedName(), command));
        return commands;
    }

    private static Set<String> flags(CommandLine command) {
        return command.getCommandSpec().optionsMap().keySet();
    }

    private static Set<String> allFlags() {
        return CommandTreeTest.commands()
                .flatMap(command -> flags(command).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Object[] values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, Literal literal) {
        return pattern.matcher(AWS_CLI.matcher(literal.text()).replaceAll(""))
                .results()
                .map(MatchResult::group);
    }

    /** Literals of the command line, and of the page that it prints about the table; or all others. */
    private static List<Literal> literals(boolean ofTheCommandLine) {
        List<Literal> literals = MainLiterals.all().stream()
                .filter(literal -> (literal.in("cli") || literal.type().endsWith("/table/ReferencePage.class"))
                        == ofTheCommandLine)
                .toList();
        assertThat(literals).hasSizeGreaterThan(1_000);
        return literals;
    }

    private static Set<String> named(Pattern pattern) {
        return literals(true).stream()
                .flatMap(literal -> found(pattern, literal))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_literal_below_the_command_line_names_a_flag_a_command_or_a_setting() {
        assertThat(literals(false))
                .filteredOn(literal -> Stream.of(FLAG, COMMAND, SETTING)
                        .anyMatch(pattern -> found(pattern, literal).findAny().isPresent()))
                .isEmpty();
    }

    @Test
    void a_literal_that_names_one_is_found() {
        assertThat(List.of(
                        "a; --max-scan 2GB allows it", "see 'trailwise table show'", "set cost.max_per_day", "(--yes)"))
                .allMatch(text -> Stream.of(FLAG, COMMAND, SETTING)
                        .anyMatch(pattern ->
                                found(pattern, new Literal("T", text)).findAny().isPresent()));
    }

    @ParameterizedTest
    @EnumSource
    void an_advised_flag_exists(FlagName flag) {
        assertThat(allFlags()).contains(flag.toString());
    }

    @ParameterizedTest
    @EnumSource
    void an_advised_command_exists_and_takes_the_flags_that_are_advised_with_it(CommandName name) {
        assertThat(commands())
                .hasEntrySatisfying(
                        name.toString(),
                        command -> assertThat(flags(command))
                                .containsAll(names(name.flags().toArray())));
    }

    @Test
    void the_command_line_names_only_flags_commands_and_settings_that_exist() {
        Set<String> commands = commands().keySet();

        assertThat(named(FLAG)).hasSizeGreaterThan(50).isSubsetOf(allFlags());
        assertThat(named(SETTING)).hasSizeGreaterThan(5).isSubsetOf(names(SettingName.values()));
        assertThat(named(COMMAND))
                .hasSizeGreaterThan(20)
                .allMatch(command ->
                        commands.contains(command) || commands.contains(command.replaceFirst(" [a-z]+$", "")));
    }
}
