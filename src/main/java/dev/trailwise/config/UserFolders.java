package dev.trailwise.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * The user's own folders, as the XDG base directory specification has them.
 *
 * @param home the home folder, that {@code ~} means
 * @param config the folder of the user's settings and saved queries
 * @param data the folder of what is kept
 * @param cache the folder of what can be made again
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
 */
record UserFolders(Path home, Path config, Path data, Path cache) {
    /** From the environment; without a home folder all is below the working folder. */
    static UserFolders of(Map<String, String> environment, Path directory) {
        String named = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        Path home = directory.resolve(named).normalize();
        return new UserFolders(
                home,
                absolute(environment.getOrDefault("XDG_CONFIG_HOME", ""), home.resolve(".config"))
                        .resolve("trailwise"),
                absolute(environment.getOrDefault("XDG_DATA_HOME", ""), home.resolve(".local/share"))
                        .resolve("trailwise"),
                absolute(environment.getOrDefault("XDG_CACHE_HOME", ""), home.resolve(".cache"))
                        .resolve("trailwise"));
    }

    /** The path that a setting names, with {@code ~} for the home folder. */
    Path resolve(String text, Path base) {
        if (text.equals("~")) {
            return home;
        }
        return text.startsWith("~/")
                ? home.resolve(text.substring(2)).normalize()
                : base.resolve(text).normalize();
    }

    /** The path as a user reads it, with {@code ~} for the home folder. */
    String display(Path path) {
        return path.startsWith(home) && !path.equals(home) ? "~/" + home.relativize(path) : path.toString();
    }

    /** The specification has relative paths ignored. */
    private static Path absolute(String text, Path otherwise) {
        Path path = Path.of(text);
        return path.isAbsolute() ? path.normalize() : otherwise;
    }
}
