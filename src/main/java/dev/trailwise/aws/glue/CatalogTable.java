package dev.trailwise.aws.glue;

import dev.trailwise.table.GlueTable;
import software.amazon.awssdk.services.glue.model.Table;

/** A table that is in the Glue catalog. */
public final class CatalogTable {
    private final Table table;

    CatalogTable(Table table) {
        this.table = table;
    }

    /** What decides how Athena reads it. */
    public GlueTable table() {
        return GlueTables.read(table);
    }

    /** Whether trailwise made it, or somebody from what trailwise rendered. */
    public boolean ours() {
        return table().madeFrom().isPresent();
    }

    public Table raw() {
        return table;
    }
}
