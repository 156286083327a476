package dev.trailwise.cli.option;

import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.workspace.LogInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The user's own SQL: an argument, a file, or stdin. */
public final class SqlOptions {
    private static final String STDIN = "-";

    @Parameters(index = "0", arity = "0..1", paramLabel = "SQL", description = "The query, or - to read it from stdin.")
    @Nullable
    String sql;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the query from this file.")
    @Nullable
    Path file;

    /** The text that is an argument itself. */
    public Optional<String> argument() {
        return Optional.ofNullable(sql).filter(text -> !text.equals(STDIN));
    }

    /**
     * The query, read from where it is.
     *
     * @param logs the logs that are named, which may be on stdin
     * @throws Failure when there is no SQL, when it is given twice, or when it cannot be read
     */
    public SqlText text(Host host, List<String> logs) {
        if (sql == null && file == null) {
            throw Failure.usage("no SQL given: pass it as an argument, with -f FILE, or - for stdin");
        }
        if (sql != null && file != null) {
            throw Failure.usage("-f FILE cannot be combined with SQL as an argument");
        }
        if (STDIN.equals(sql) && logs.contains(LogInput.STDIN)) {
            throw Failure.usage("stdin cannot be both the SQL and a log: pass the SQL with -f FILE");
        }
        try {
            SqlSource source = read(host);
            // Some editors put a byte order mark before the text.
            return SqlText.of(
                    source.text().startsWith("\uFEFF")
                            ? new SqlSource(source.name(), source.text().substring(1))
                            : source);
        } catch (IOException e) {
            String where = file == null ? "stdin" : file.toString();
            throw new Failure(ExitCode.USAGE, "cannot read the SQL from " + where + ": " + e.getMessage(), e);
        }
    }

    private SqlSource read(Host host) throws IOException {
        if (file != null) {
            return new SqlSource(host.directory().relativize(file).toString(), Files.readString(file));
        }
        return STDIN.equals(sql)
                ? new SqlSource("<stdin>", new String(host.in().readAllBytes(), StandardCharsets.UTF_8))
                : new SqlSource("<sql>", String.valueOf(sql));
    }
}
