package dev.trailwise.config;

import dev.trailwise.cost.Usd;
import dev.trailwise.table.TableName;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes each setting from the first layer that has it. */
final class SettingsResolver {
    private final List<Map<Setting<?>, Entry>> layers;
    private final UserFolders folders;

    SettingsResolver(List<Map<Setting<?>, Entry>> layers, UserFolders folders) {
        this.layers = List.copyOf(layers);
        this.folders = folders;
    }

    Settings settings() {
        return new Settings(
                trail(),
                new TableName(
                        value(SettingKeys.DATABASE).orElse("security"),
                        value(SettingKeys.TABLE).orElse("cloudtrail_logs")),
                new AthenaSettings(
                        value(SettingKeys.ATHENA_REGION),
                        value(SettingKeys.WORKGROUP).orElse("primary"),
                        value(SettingKeys.OUTPUT)),
                new CostSettings(
                        value(SettingKeys.MAX_PER_QUERY).orElse(Usd.parse("1.00")),
                        value(SettingKeys.MAX_PER_DAY),
                        value(SettingKeys.CONFIRM_ABOVE).orElse(Usd.parse("0.05")),
                        value(SettingKeys.PRICE_PER_TB)),
                new LocalSettings(value(SettingKeys.MEMORY), value(SettingKeys.MAX_SPILL)),
                value(SettingKeys.PAGER).orElse(true),
                value(SettingKeys.PREFER).orElse(Preference.COST),
                path(SettingKeys.QUERIES, folders.config().resolve("queries")),
                path(SettingKeys.ARCHIVE, folders.data()));
    }

    private TrailSettings trail() {
        return new TrailSettings(
                value(SettingKeys.BUCKET),
                value(SettingKeys.PREFIX).orElse(""),
                value(SettingKeys.ORGANIZATION),
                value(SettingKeys.ACCOUNT_FOLDERS).orElse(false),
                value(SettingKeys.ACCOUNTS).orElse(Collections.emptySortedSet()),
                value(SettingKeys.REGIONS).orElse(Collections.emptySortedSet()),
                value(SettingKeys.SINCE),
                value(SettingKeys.DATA_EVENTS));
    }

    private <T> Optional<T> value(Setting<T> setting) {
        return entry(setting).map(setting::value);
    }

    private Path path(Setting<String> setting, Path otherwise) {
        return entry(setting)
                .map(entry -> folders.resolve(setting.value(entry), entry.base()))
                .orElse(otherwise);
    }

    /** Whether the setting is taken from this entry of a layer. */
    boolean takes(Setting<?> setting, Entry entry) {
        return entry(setting).equals(Optional.of(entry));
    }

    private Optional<Entry> entry(Setting<?> setting) {
        return layers.stream()
                .filter(layer -> !setting.section().equals("trail") || !speaksOfAnotherTrail(layer))
                .flatMap(layer -> Optional.ofNullable(layer.get(setting)).stream())
                .findFirst();
    }

    /** Whether the layer names another bucket than the one that won: the rest it says of the trail is about that one. */
    private boolean speaksOfAnotherTrail(Map<Setting<?>, Entry> layer) {
        Entry own = layer.get(SettingKeys.BUCKET);
        return own != null
                && layers.stream()
                        .flatMap(other -> Optional.ofNullable(other.get(SettingKeys.BUCKET)).stream())
                        .findFirst()
                        .filter(won -> !won.texts().equals(own.texts()))
                        .isPresent();
    }
}
