package dev.trailwise.aws.glue;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.table.GlueTable;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableDifference;
import dev.trailwise.table.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The tables in the Glue catalog. A database or table that was just made can stay unseen for a moment; that is waited
 * for.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html">Table API</a>
 */
public final class GlueCatalog {
    private static final int MOST_LOOKS = 6;
    private static final long FIRST_WAIT_MILLIS = 100;

    private final AwsClients clients;

    /** The catalog of the clients' account and Region. */
    public GlueCatalog(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * The table of that name.
     *
     * @return empty when the table or its database does not exist
     */
    public Optional<CatalogTable> find(TableName name) {
        return AwsCall.run("glue:GetTable", "table " + name, () -> {
            try {
                return Optional.of(new CatalogTable(Objects.requireNonNull(clients.glue()
                        .getTable(
                                request -> request.databaseName(name.database()).name(name.table()))
                        .table())));
            } catch (EntityNotFoundException none) {
                return Optional.empty();
            }
        });
    }

    /** What it takes to have this table. Changes nothing. */
    public TablePlan plan(ProjectedTable wanted) {
        GlueTable target = wanted.glue();
        return find(wanted.name()).map(there -> plan(there, target)).orElseGet(() -> new TablePlan.Create(target));
    }

    /**
     * Carries the plan out.
     *
     * @throws Failure when it cannot be; then nothing of it was done
     */
    public void apply(TablePlan plan) {
        if (plan instanceof TablePlan.Create create) {
            create(create.result());
        } else if (plan instanceof TablePlan.Update update) {
            update(
                    update.there(),
                    GlueTables.input(update.result(), update.there().raw()));
        } else if (plan instanceof TablePlan.Replace replace) {
            update(replace.there(), GlueTables.input(replace.result()));
        }
    }

    /**
     * Our table of that name.
     *
     * @throws Failure when there is no such table, or it is not ours
     */
    public CatalogTable findOurs(TableName name) {
        CatalogTable there =
                find(name).orElseThrow(() -> new Failure(ExitCode.USAGE, "there is no table " + name + " to drop"));
        if (!there.ours()) {
            throw new Failure(
                    ExitCode.USAGE, "the table " + name + " was not made by trailwise, so trailwise does not drop it");
        }
        return there;
    }

    /**
     * Takes our table out of the catalog. No log is touched.
     *
     * @throws Failure when there is no such table, or it is not ours
     */
    public void drop(TableName name) {
        findOurs(name);
        AwsCall.run("glue:DeleteTable", "table " + name, () -> {
            try {
                return clients.glue()
                        .deleteTable(
                                request -> request.databaseName(name.database()).name(name.table()));
            } catch (EntityNotFoundException gone) {
                return gone;
            }
        });
    }

    private static TablePlan plan(CatalogTable there, GlueTable target) {
        List<TableDifference> differences = TableDifference.between(there.table(), target);
        if (!there.ours()) {
            return new TablePlan.Replace(there, target, differences);
        }
        return differences.isEmpty()
                ? new TablePlan.UpToDate(there.table())
                : new TablePlan.Update(there, there.table().updatedTo(target), differences);
    }

    private void create(GlueTable table) {
        boolean databaseIsNew = makeDatabase(table.name().database());
        try {
            createTable(table, databaseIsNew);
        } catch (Failure failed) {
            if (databaseIsNew) {
                removeDatabase(table.name().database(), failed);
            }
            throw failed;
        }
    }

    private void createTable(GlueTable table, boolean databaseIsNew) {
        boolean databaseSeen = AwsCall.run("glue:CreateTable", "table " + table.name(), () -> {
            try {
                return tryCreateTable(table) || (databaseIsNew && eventually(() -> tryCreateTable(table)));
            } catch (AlreadyExistsException raced) {
                checkSame(table);
                return true;
            }
        });
        if (!databaseSeen) {
            throw new Failure(
                    ExitCode.UNAVAILABLE,
                    "the database " + table.name().database()
                            + " was not found when the table was to be made in it: try again in a minute");
        }
    }

    /** Whether the database was seen. */
    private boolean tryCreateTable(GlueTable table) {
        try {
            clients.glue()
                    .createTable(request ->
                            request.databaseName(table.name().database()).tableInput(GlueTables.input(table)));
            return true;
        } catch (EntityNotFoundException databaseUnseen) {
            return false;
        }
    }

    /** Somebody else made the table at the same time: good when it is the same. */
    private void checkSame(GlueTable table) {
        boolean same = eventually(() -> find(table.name()).isPresent())
                && find(table.name())
                        .filter(there -> plan(there, table) instanceof TablePlan.UpToDate)
                        .isPresent();
        if (!same) {
            throw new Failure(
                    ExitCode.USAGE,
                    "somebody else has just made another table " + table.name(),
                    Remedy.command(CommandName.TABLE_SHOW, "shows it"));
        }
    }

    private void update(CatalogTable there, TableInput input) {
        TableName name = there.table().name();
        AwsCall.run("glue:UpdateTable", "table " + name, () -> {
            try {
                return clients.glue()
                        .updateTable(request -> request.databaseName(name.database())
                                .tableInput(input)
                                .versionId(there.raw().versionId()));
            } catch (ConcurrentModificationException raced) {
                throw new Failure(
                        ExitCode.UNAVAILABLE,
                        "somebody else has just changed the table " + name + ": run the command again",
                        raced);
            }
        });
    }

    /** Whether it was not there before. */
    private boolean makeDatabase(String name) {
        boolean there = AwsCall.run("glue:GetDatabase", "database " + name, () -> {
            try {
                clients.glue().getDatabase(request -> request.name(name));
                return true;
            } catch (EntityNotFoundException none) {
                return false;
            }
        });
        return !there
                && AwsCall.run("glue:CreateDatabase", "database " + name, () -> {
                    try {
                        clients.glue()
                                .createDatabase(request -> request.databaseInput(input -> input.name(name)
                                        .description("Tables over CloudTrail logs, made by trailwise")));
                        return true;
                    } catch (AlreadyExistsException raced) {
                        return false;
                    }
                });
    }

    /** Leaves nothing half made; when even that fails, the message says what stayed. */
    private void removeDatabase(String name, Failure because) {
        try {
            // Deleting a database deletes its tables, and somebody may have made one by now.
            boolean empty = AwsCall.run(
                    "glue:GetTables",
                    "database " + name,
                    () -> clients.glue()
                            .getTables(request -> request.databaseName(name).maxResults(1))
                            .tableList()
                            .isEmpty());
            if (empty) {
                AwsCall.run(
                        "glue:DeleteDatabase",
                        "database " + name,
                        () -> clients.glue().deleteDatabase(request -> request.name(name)));
            }
        } catch (Failure stays) {
            Failure told = new Failure(
                    because.exitCode(),
                    because.notice().and("\nThe empty database " + name + " was made and stays; the next try uses it."),
                    because);
            told.addSuppressed(stays);
            throw told;
        }
    }

    /** Looks again and again, ever more slowly, for some seconds; whether it was seen. */
    private static boolean eventually(BooleanSupplier seen) {
        long wait = FIRST_WAIT_MILLIS;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (seen.getAsBoolean()) {
                return true;
            }
            pause(wait);
            wait *= 2;
        }
        return false;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.INTERRUPTED, "interrupted", interrupted);
        }
    }
}
