package dev.trailwise.config;

import java.nio.file.Path;
import java.util.List;

/**
 * A setting as somebody wrote it.
 *
 * @param texts the value or, for a list, the values, as written
 * @param origin its source: a file and line, an environment variable or a flag
 * @param base the folder that a relative path in it starts from
 */
record Entry(List<String> texts, String origin, Path base) {
    Entry {
        texts = List.copyOf(texts);
    }
}
