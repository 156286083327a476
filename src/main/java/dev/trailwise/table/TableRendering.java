package dev.trailwise.table;

import java.util.Locale;

/** The same table in the words of those who deploy by code. */
public enum TableRendering {
    /** A {@code CREATE EXTERNAL TABLE} for Athena. */
    ATHENA,
    /** The request of Glue's {@code CreateTable}, for {@code aws glue create-table --cli-input-json}. */
    GLUE,
    /** An {@code aws_glue_catalog_table} for Terraform or OpenTofu. */
    TERRAFORM,
    /** A CloudFormation template in YAML. */
    CLOUDFORMATION,
    /** A table and a view for Trino's Hive connector. */
    TRINO;

    /** The text, ending with a line feed. */
    public String of(ProjectedTable table) {
        return switch (this) {
            case ATHENA -> AthenaDdl.render(table);
            case GLUE -> GlueJson.request(table.glue());
            case TERRAFORM -> Terraform.render(table);
            case CLOUDFORMATION -> CloudFormation.render(table);
            case TRINO -> TrinoDdl.render(table);
        };
    }

    /** The word of the command line, such as {@code terraform}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
