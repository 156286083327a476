package dev.trailwise.query;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A saved query to start from. */
public final class NewQuery {
    private static final String TEMPLATE = """
            /*---
            title: Calls of one user, counted
            description: Say what the answer means, and what it leaves out.
            parameters:
              user: {type: string, help: "name of an IAM user", example: alice}
            ---*/
            SELECT eventsource, eventname, count(*) AS events
            FROM cloudtrail
            WHERE useridentity.username = :user
            GROUP BY eventsource, eventname
            ORDER BY events DESC, eventsource, eventname
            """;

    private NewQuery() {}

    /**
     * Writes it into a folder of saved queries, as one of the user's own.
     *
     * @throws Failure when it has no such name, or is there already
     */
    public static Path create(Path folder, String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Failure.usage("not a name for a query: '" + name
                    + "'; write lower-case words with hyphens, for example my-question");
        }
        Path file = folder.resolve("own").resolve(name + ".sql");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, TEMPLATE, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(ExitCode.USAGE, file + " already exists; edit it or use another name", e);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
