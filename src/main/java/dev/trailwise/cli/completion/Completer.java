package dev.trailwise.cli.completion;

import dev.trailwise.query.Library;
import dev.trailwise.query.Parameter;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a command line can go on with. */
public final class Completer {
    /** A shell takes a candidate apart or runs it otherwise: names of accounts and files are somebody else's. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@+*,-]+");

    private static final Pattern NAMES = Pattern.compile("(?i)\\beventname\\s*(?:=|IN\\s*\\()([^)]*)");
    private static final Pattern NAME = Pattern.compile("'([A-Z][A-Za-z0-9]+)'");
    private static final List<String> TIMES = List.of("24h", "7d", "30d", "today", "yesterday");

    private final CommandLine root;
    private final Library library;
    private final List<String> accounts;
    private final List<String> regions;

    /**
     * A completer.
     *
     * @param accounts ids and names
     * @param regions codes
     */
    public Completer(CommandLine root, Library library, List<String> accounts, List<String> regions) {
        this.root = root;
        this.library = library;
        this.accounts = List.copyOf(accounts);
        this.regions = List.copyOf(regions);
    }

    /**
     * The whole words that the last one can become.
     *
     * @param typed the words after the program's name; the last one may be empty
     * @return nothing where only a file can come, or what the program does not know
     */
    public List<String> candidates(List<String> typed) {
        Words words = Words.of(root, typed);
        Stream<String> all;
        if (words.option().isPresent()) {
            all = values(words.option().get(), words.current()).stream();
        } else if (words.current().startsWith("-")) {
            all = words.command().options().stream()
                    .filter(option -> !option.hidden())
                    .map(OptionSpec::longestName);
        } else {
            all = positional(words).stream();
        }
        return all.filter(value -> PLAIN.matcher(value).matches())
                .filter(value -> value.startsWith(words.current()))
                .map(value -> words.before() + value)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> positional(Words words) {
        CommandSpec command = words.command();
        if (words.positional().isEmpty() && !command.subcommands().isEmpty()) {
            return command.subcommands().entrySet().stream()
                    .filter(below ->
                            !below.getValue().getCommandSpec().usageMessage().hidden())
                    .map(Map.Entry::getKey)
                    .toList();
        }
        return switch (command.qualifiedName(" ").replaceFirst("^\\S+ ?", "")) {
            case "run" -> words.positional().isEmpty() ? List.copyOf(library.names()) : parameters(words);
            case "queries show" -> List.copyOf(library.names());
            case "hunt" -> detections().flatMap(Completer::keys).toList();
            case "help" -> List.copyOf(root.getSubcommands().keySet());
            case "completion" ->
                Arrays.stream(ShellName.values()).map(Enum::name).toList();
            default -> List.of();
        };
    }

    private List<String> parameters(Words words) {
        String name = words.positional().get(0);
        List<String> given = words.positional().stream()
                .map(word -> word.substring(0, word.indexOf('=') + 1))
                .toList();
        return library.names().contains(name)
                ? keys(library.query(name)).filter(key -> !given.contains(key)).toList()
                : List.of();
    }

    private static Stream<String> keys(SavedQuery query) {
        return query.parameters().stream().map(Parameter::name).map(name -> name + "=");
    }

    private Stream<SavedQuery> detections() {
        return library.all().queries().stream()
                .filter(query -> query.detection().isPresent());
    }

    /** Of several values with commas, the last one is completed. */
    private List<String> values(OptionSpec option, String current) {
        int comma = option.splitRegex().equals(",") ? current.lastIndexOf(',') + 1 : 0;
        String before = current.substring(0, comma);
        return known(option).map(value -> before + value).toList();
    }

    private Stream<String> known(OptionSpec option) {
        if (option.completionCandidates() != null) {
            return StreamSupport.stream(option.completionCandidates().spliterator(), false);
        }
        return switch (option.longestName()) {
            case "--account" -> accounts.stream();
            case "--region" -> regions.stream();
            case "--from", "--to" -> TIMES.stream();
            case "--event-name" -> eventNames().stream();
            case "--detection" -> detections().map(SavedQuery::name);
            case "--topic" -> library.all().queries().stream().map(SavedQuery::topic);
            case "--mitre" -> library.all().queries().stream().flatMap(query -> query.mitre().stream());
            case "--min-level", "--fail-on" ->
                Arrays.stream(Level.values()).map(level -> level.name().toLowerCase(Locale.ROOT));
            default -> Stream.empty();
        };
    }

    /** Those that saved queries look for: the ones that matter. */
    private Set<String> eventNames() {
        Set<String> names = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        library.names().forEach(name -> texts.add(library.text(name)));
        texts.forEach(text -> NAMES.matcher(text)
                .results()
                .flatMap(list -> NAME.matcher(list.group(1)).results())
                .forEach(name -> names.add(name.group(1))));
        return names;
    }

    /** The accounts and Regions of a trail, as they are offered. */
    public static List<String> texts(Collection<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }
}
