package dev.trailwise.config;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.Suggestions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from, the first that has one wins: flags, {@code TRAILWISE_…} variables, the file that
 * {@code --config} (or {@code TRAILWISE_CONFIG}) names or else {@code ./trailwise.yaml}, the user's own file, the
 * defaults.
 *
 * <p>A source that names another bucket speaks of another trail: what sources below it say of the trail is not mixed
 * in.
 */
public final class SettingsSources {
    /** What the file is called, in the working folder and in the user's. */
    public static final String FILE_NAME = "trailwise.yaml";

    private static final String CONFIG_VARIABLE = "TRAILWISE_CONFIG";

    private final Map<String, String> environment;
    private final Path directory;
    private final UserFolders folders;

    /**
     * Sources in the surroundings that are given.
     *
     * @param environment the environment variables
     * @param directory the working folder
     */
    public SettingsSources(Map<String, String> environment, Path directory) {
        this.environment = Map.copyOf(environment);
        this.directory = directory.toAbsolutePath().normalize();
        this.folders = UserFolders.of(environment, this.directory);
    }

    /** The file that {@code init} writes when no other is named: {@code trailwise.yaml} in the working folder. */
    public Path projectFile() {
        return directory.resolve(FILE_NAME);
    }

    /**
     * Reads all sources.
     *
     * @param config the file that {@code --config} named, null when it was not given
     * @param flags settings that flags gave
     * @throws Failure for an unknown key or a bad value in any source, with its place
     */
    public Settings load(@Nullable Path config, List<SettingOverride> flags) {
        List<Map<Setting<?>, Entry>> layers = new ArrayList<>();
        layers.add(flags(flags));
        layers.add(environment());
        layers.addAll(files(config).values());
        return new SettingsResolver(layers, folders).settings();
    }

    /**
     * The sources that are there, the one that wins first.
     *
     * @param config the file that {@code --config} named, null when it was not given
     * @throws Failure for an unknown key or a bad value in any source, with its place
     */
    public List<SettingsLayer> layers(@Nullable Path config) {
        Map<String, Map<Setting<?>, Entry>> sources = new LinkedHashMap<>();
        Map<Setting<?>, Entry> ofEnvironment = environment();
        if (!ofEnvironment.isEmpty()) {
            sources.put("environment variables", ofEnvironment);
        }
        sources.putAll(files(config));
        SettingsResolver resolver = new SettingsResolver(List.copyOf(sources.values()), folders);
        List<SettingsLayer> layers = new ArrayList<>();
        sources.forEach((name, entries) -> {
            Map<Boolean, List<String>> names = entries.entrySet().stream()
                    .collect(Collectors.partitioningBy(
                            entry -> resolver.takes(entry.getKey(), entry.getValue()),
                            Collectors.mapping(entry -> entry.getKey().name(), Collectors.toList())));
            layers.add(
                    new SettingsLayer(name, names.getOrDefault(true, List.of()), names.getOrDefault(false, List.of())));
        });
        return layers;
    }

    /** The folder of what can be made again from the logs, and may be deleted at any time. */
    public Path cacheFolder() {
        return folders.cache();
    }

    /** The folder of what is kept: the history of what was asked. */
    public Path dataFolder() {
        return folders.data();
    }

    /**
     * What one file says, without the other sources; the defaults when it is not there.
     *
     * @throws Failure when something in it is wrong, with its place
     */
    public Settings of(Path file) {
        List<Map<Setting<?>, Entry>> layers =
                Files.exists(file) ? List.of(SettingsFile.read(file, folders.display(file))) : List.of();
        return new SettingsResolver(layers, folders).settings();
    }

    /** The settings when nobody said anything. */
    public Settings defaults() {
        return new SettingsResolver(List.of(), folders).settings();
    }

    private Map<Setting<?>, Entry> flags(List<SettingOverride> flags) {
        Map<Setting<?>, Entry> entries = new LinkedHashMap<>();
        for (SettingOverride flag : flags) {
            Setting<?> setting = SettingKeys.ALL.stream()
                    .filter(candidate -> candidate.name().equals(flag.name().toString()))
                    .findFirst()
                    .orElseThrow();
            entries.put(setting, checked(setting, flag.text(), flag.flag().toString()));
        }
        return entries;
    }

    private Map<Setting<?>, Entry> environment() {
        Map<String, Setting<?>> known = SettingKeys.ALL.stream()
                .collect(Collectors.toMap(Setting::variable, Function.identity(), (a, b) -> a, TreeMap::new));
        Map<Setting<?>, Entry> entries = new LinkedHashMap<>();
        for (String variable : new TreeMap<>(environment).keySet()) {
            String text = environment.getOrDefault(variable, "");
            Setting<?> setting = known.get(variable);
            if (setting != null && !text.isEmpty()) {
                entries.put(setting, checked(setting, text, "environment variable " + variable));
            } else if (setting == null && variable.matches("TRAILWISE_(TRAIL|TABLE|ATHENA|COST)_.*")) {
                throw new Failure(
                        ExitCode.USAGE,
                        "environment variable " + variable + ": there is no such setting"
                                + Suggestions.hint(variable, known.keySet()));
            }
        }
        return entries;
    }

    private Entry checked(Setting<?> setting, String text, String origin) {
        List<String> texts = setting.list() ? List.of(text.strip().split("\\s*,\\s*")) : List.of(text.strip());
        Entry entry = new Entry(texts, origin, directory);
        setting.value(entry);
        return entry;
    }

    private Map<String, Map<Setting<?>, Entry>> files(@Nullable Path config) {
        Map<String, Map<Setting<?>, Entry>> layers = new LinkedHashMap<>();
        String named = config == null ? environment.getOrDefault(CONFIG_VARIABLE, "") : config.toString();
        if (!named.isEmpty()) {
            Path file = folders.resolve(named, directory);
            if (!Files.exists(file)) {
                throw new Failure(
                        ExitCode.USAGE,
                        "there is no file " + named,
                        Remedy.command(CommandName.INIT, FlagName.CONFIG, named, "writes it"));
            }
            layers.put(named, SettingsFile.read(file, named));
        } else if (Files.exists(projectFile())) {
            layers.put(FILE_NAME, SettingsFile.read(projectFile(), FILE_NAME));
        }
        Path userFile = folders.config().resolve(FILE_NAME);
        if (Files.exists(userFile)) {
            layers.put(folders.display(userFile), SettingsFile.read(userFile, folders.display(userFile)));
        }
        return layers;
    }
}
