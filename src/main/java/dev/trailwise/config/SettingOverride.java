package dev.trailwise.config;

/**
 * A setting given by a flag.
 *
 * @param flag the flag as the user knows it, such as {@code --bucket}
 * @param name the setting, such as {@code trail.bucket}
 * @param text the value as written; comma-separated for a list
 */
public record SettingOverride(String flag, String name, String text) {}
