package dev.trailwise.workspace;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.config.LocalSettings;
import dev.trailwise.config.SettingOverride;
import dev.trailwise.config.Settings;
import dev.trailwise.config.SettingsLayer;
import dev.trailwise.config.SettingsSources;
import dev.trailwise.config.accounts.AccountBook;
import dev.trailwise.console.Console;
import dev.trailwise.console.Host;
import dev.trailwise.console.Messages;
import dev.trailwise.console.ProgressLine;
import dev.trailwise.console.Prompt;
import dev.trailwise.console.Terminal;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import dev.trailwise.history.Ledger;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.local.PipedLog;
import dev.trailwise.local.ResourceLimits;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.query.Library;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountNames;
import dev.trailwise.trail.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the queries of one process share: settings, saved queries, tables, folders, and the console. */
public final class Workspace implements AutoCloseable {
    private final Console console;
    private final Optional<Path> config;
    private final Optional<String> profile;
    private final SettingsSources sources;
    private final Map<List<SettingOverride>, Settings> settings = new ConcurrentHashMap<>();
    private final Engines engines = new Engines();
    private @Nullable PipedLog piped;

    /**
     * A workspace that has read nothing yet.
     *
     * @param config the file of settings, in place of the usual ones
     * @param profile the AWS profile, in place of the usual one
     */
    public Workspace(Console console, Optional<Path> config, Optional<String> profile) {
        this.console = console;
        this.config = config;
        this.profile = profile;
        this.sources =
                new SettingsSources(console.host().environment(), console.host().directory());
    }

    /** The console that its messages go to. */
    public Console console() {
        return console;
    }

    public Host host() {
        return console.host();
    }

    public Messages messages() {
        return console.messages();
    }

    public Terminal terminal() {
        return console.terminal();
    }

    /** The line that shows how far the work is. */
    public ProgressLine progress() {
        return console.progress();
    }

    /** The settings, read once. */
    public Settings settings() {
        return settings(List.of());
    }

    /** The settings, with what flags say in place of what is written. */
    public Settings settings(List<SettingOverride> flags) {
        return settings.computeIfAbsent(List.copyOf(flags), overrides -> sources.load(config.orElse(null), overrides));
    }

    /** The sources of settings that are there, the one that wins first. */
    public List<SettingsLayer> settingsLayers() {
        return sources.layers(config.orElse(null));
    }

    /** The same with nothing read yet, for settings that were written since. */
    public Workspace reopened() {
        return new Workspace(console, config, profile);
    }

    /** Where settings come from, for what writes them. */
    public SettingsSources sources() {
        return sources;
    }

    /** The file that settings are written to: the one that {@code --config} names, else that of the working folder. */
    public Path settingsFile() {
        return config.orElseGet(sources::projectFile);
    }

    /** Whether the settings can be read: a file that {@code --config} names may not be there yet. */
    public boolean settingsReadable() {
        return config.isEmpty() || Files.exists(config.get());
    }

    /** The names of accounts that were imported. */
    public AccountNames accountNames() {
        return accountBook().names();
    }

    /** The accounts that were imported. */
    public AccountBook accountBook() {
        return AccountBook.in(sources.dataFolder());
    }

    /** Clients of AWS, none of them made yet. */
    public AwsClients aws(Settings settings) {
        return clients(settings.athena().region());
    }

    /** Clients in a Region, regardless of the settings. */
    public AwsClients aws(Region region) {
        return clients(Optional.of(region));
    }

    private AwsClients clients(Optional<Region> region) {
        AwsClients clients = new AwsClients(host().environment(), profile.orElse(null), region);
        clients.s3Requests().reportTo(progress());
        return clients;
    }

    /** The saved queries: the program's and the user's. */
    public Library library() {
        return Library.with(settings().queries());
    }

    /** The tables by the names that the settings give them, so that SQL written for Athena runs unchanged anywhere. */
    public Map<TableName, TableDefinition> tables() {
        TableName events = settings().table();
        Map<TableName, TableDefinition> tables = new LinkedHashMap<>();
        for (TableDefinition table : Tables.ALL) {
            tables.put(events.of(table), table);
        }
        return tables;
    }

    /** The same, and with them the tables over account folders that lie beside those of the trail's organization. */
    public Map<TableName, TableDefinition> athenaTables() {
        Map<TableName, TableDefinition> tables = new LinkedHashMap<>(tables());
        if (settings().trail().accountFolders()) {
            Tables.ALL.forEach(table -> tables.put(settings().table().of(table.ofAccounts()), table.ofAccounts()));
        }
        return tables;
    }

    /** The clients of AWS that queries share, by the settings as they are; closed with the workspace. */
    public AwsClients clients() {
        return engines.clients(() -> aws(settings()));
    }

    /**
     * The engine over logs on this machine, which looks for their files now; closed with the workspace.
     *
     * @param cached whether it reads and keeps a columnar copy of them
     * @param memory what a flag sets in place of the setting
     */
    public LocalEngine localEngine(LogPaths logs, boolean cached, Optional<String> memory) {
        Optional<Path> cache = cached ? Optional.of(storeFolder()) : Optional.empty();
        return engines.local(logs, cache, localLimits(memory), host().clock());
    }

    /** The log that is piped in, which can be read once: a copy of it, until the workspace is closed. */
    synchronized Path pipedLog() {
        if (piped == null) {
            piped = PipedLog.read(host().in(), localLimits(Optional.empty()).spill());
        }
        return piped.path();
    }

    @Override
    public synchronized void close() {
        engines.close();
        if (piped != null) {
            piped.close();
        }
    }

    /** What ran on Athena, and what it cost. */
    public Ledger ledger() {
        return Ledger.open(sources.dataFolder().resolve("history"));
    }

    /**
     * What today's queries have cost, in UTC, for a budget of the day; nothing is read without one.
     *
     * @throws dev.trailwise.failure.Failure when they cannot be determined
     */
    public Usd spentToday() {
        return settings().cost().maxPerDay().isEmpty()
                ? Usd.ZERO
                : ledger().spentOn(LocalDate.ofInstant(host().clock().instant(), ZoneOffset.UTC));
    }

    /** The folder of caches; all of it may be deleted at any time. */
    public Path cacheFolder() {
        return sources.cacheFolder();
    }

    /**
     * What a query on this machine may use.
     *
     * @param memory what a flag sets in place of the setting
     */
    public ResourceLimits localLimits(Optional<String> memory) {
        List<SettingOverride> flags =
                memory.map(text -> new SettingOverride(FlagName.MEMORY, SettingName.LOCAL_MEMORY, text)).stream()
                        .toList();
        LocalSettings local = settings(flags).local();
        return new ResourceLimits(
                local.memory(), local.maxSpill(), cacheFolder().resolve("spill"));
    }

    /** Where copies of log files are kept, a folder for each bucket. */
    public Path archiveFolder() {
        return settings().archive().resolve("archive");
    }

    /** Asks the person at the terminal. */
    public Prompt prompt() {
        return new Prompt(console);
    }

    /** The events that LookupEvents gave, as log files. */
    public Path lookupFolder() {
        return cacheFolder().resolve("lookup");
    }

    /** The folder of columnar copies of logs. */
    public Path storeFolder() {
        return cacheFolder().resolve("store");
    }
}
