package dev.trailwise.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of a library that was listed, not yet read.
 *
 * @param name the query's name: the file's, without {@code .sql}
 * @param topic its folder
 * @param label what to call the file in errors
 * @param path where it is; nothing when it comes with the program
 * @param contents opens it
 */
record QueryFile(String name, String topic, String label, Optional<Path> path, Contents contents) {
    static final String SUFFIX = ".sql";

    /** Opens a file. */
    interface Contents {
        InputStream open() throws IOException;
    }

    /** Its text, with line feeds alone and without a byte order mark. */
    String text() throws IOException {
        try (InputStream in = contents.open()) {
            return FrontMatter.normalized(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString());
        }
    }

    /**
     * Reads it.
     *
     * @param problems takes what is wrong with it
     */
    Optional<SavedQuery> read(List<Problem> problems) {
        try {
            return FrontMatter.read(this, text(), problems);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(label, 1, 0, "the file is not UTF-8 text"));
        } catch (IOException e) {
            problems.add(new Problem(label, 1, 0, "the file cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }
}
