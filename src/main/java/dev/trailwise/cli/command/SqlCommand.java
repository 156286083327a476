package dev.trailwise.cli.command;

import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.run.Catalog;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.LogInput;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers the user's own SQL. */
@Command(
        name = "sql",
        description = {
            "Run your own Athena SQL over the table cloudtrail.",
            "The scope (--from, --to, --region, --account) is added to the SQL, which needs no partition predicates."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise sql 'SELECT eventname, count(*) FROM cloudtrail GROUP BY 1' \\",
            "      --logs ./logs --from 7d",
            "  trailwise sql -f question.sql --logs ./logs --all-time",
            "  cat question.sql | trailwise sql - --logs ./logs"
        })
public final class SqlCommand extends AskCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SQL", description = "The query, or - to read it from stdin.")
    @Nullable
    String sql;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the query from this file.")
    @Nullable
    Path file;

    SqlCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Optional<Catalog.Rows> catalog =
                sql == null || sql.equals("-") ? Optional.empty() : new Catalog(workspace.tables()).answer(sql);
        if (catalog.isEmpty()) {
            return super.call();
        }
        try (Destination destination = Destination.open(output.choice(), workspace)) {
            catalog.get().writeTo(destination.sink());
            destination.commit();
        }
        return ExitCode.ANSWERED.code();
    }

    @Override
    SqlText question(Workspace workspace) {
        return SqlText.of(source());
    }

    private SqlSource source() {
        SqlSource source = read();
        // What some editors put before the text is no part of it.
        return source.text().startsWith("\uFEFF")
                ? new SqlSource(source.name(), source.text().substring(1))
                : source;
    }

    private SqlSource read() {
        if (sql == null && file == null) {
            throw new Failure(ExitCode.USAGE, "no SQL given: pass it as an argument, with -f FILE, or - for stdin");
        }
        if (sql != null && file != null) {
            throw new Failure(ExitCode.USAGE, "-f FILE cannot be combined with SQL as an argument");
        }
        if ("-".equals(sql) && engine.logs.contains(LogInput.STDIN)) {
            throw new Failure(ExitCode.USAGE, "stdin cannot be both the SQL and a log: pass the SQL with -f FILE");
        }
        try {
            if (file != null) {
                return new SqlSource(host.directory().relativize(file).toString(), Files.readString(file));
            }
            return "-".equals(sql)
                    ? new SqlSource("<stdin>", new String(host.in().readAllBytes(), StandardCharsets.UTF_8))
                    : new SqlSource("<sql>", String.valueOf(sql));
        } catch (IOException e) {
            String where = file == null ? "stdin" : file.toString();
            throw new Failure(ExitCode.USAGE, "cannot read the SQL from " + where + ": " + e.getMessage(), e);
        }
    }
}
