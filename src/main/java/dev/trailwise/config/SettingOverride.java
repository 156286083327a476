package dev.trailwise.config;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;

/**
 * A setting given by a flag.
 *
 * @param flag the flag as the user knows it, for messages
 * @param name the setting, that it sets
 * @param text the value as written; comma-separated for a list
 */
public record SettingOverride(FlagName flag, SettingName name, String text) {}
