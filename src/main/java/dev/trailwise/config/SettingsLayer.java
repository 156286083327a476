package dev.trailwise.config;

import java.util.List;

/**
 * One source of settings.
 *
 * @param source what it is called: a file, the environment
 * @param used the settings that are taken from it
 * @param overridden the settings in it that a source before it overrides
 */
public record SettingsLayer(String source, List<String> used, List<String> overridden) {
    public SettingsLayer {
        used = List.copyOf(used);
        overridden = List.copyOf(overridden);
    }
}
