package dev.trailwise.table;

import java.util.function.Function;

/** The same table in the words of those who deploy by code. */
public enum TableRendering {
    /** A {@code CREATE EXTERNAL TABLE} for Athena. */
    ATHENA(AthenaDdl::render),
    /** The request of Glue's {@code CreateTable}, for {@code aws glue create-table --cli-input-json}. */
    GLUE(GlueJson::request),
    /** An {@code aws_glue_catalog_table} for Terraform or OpenTofu. */
    TERRAFORM(Terraform::render),
    /** A CloudFormation template in YAML. */
    CLOUDFORMATION(CloudFormation::render),
    /** A table and a view for Trino's Hive connector. */
    TRINO(TrinoDdl::render);

    private final Function<ProjectedTable, String> renderer;

    TableRendering(Function<ProjectedTable, String> renderer) {
        this.renderer = renderer;
    }

    /** The text, ending with a line feed. */
    public String of(ProjectedTable table) {
        return renderer.apply(table);
    }
}
