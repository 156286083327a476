package dev.trailwise.table;

import java.util.List;
import java.util.Map;

/**
 * The table and its database as Terraform resources, laid out as {@code terraform fmt} would. The tables of one trail
 * share a database, so a variable tells which of them creates it.
 *
 * @see <a
 *     href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_catalog_table">aws_glue_catalog_table</a>
 */
final class Terraform {
    private Terraform() {}

    static String render(ProjectedTable table) {
        GlueTable glue = table.glue();
        String label = label(table.name().table());
        String variable = label + "_create_database";
        String database = "aws_glue_catalog_database." + label;
        return new Hcl()
                .block(
                        "variable \"" + variable + "\"",
                        block -> block.attributes(
                                        "description",
                                        "Create the Glue database "
                                                + table.name().database()
                                                + ". Set to false when it exists or another table creates it.")
                                .line("type        = bool")
                                .line("default     = " + table.createsDatabase()))
                .blank()
                .block(
                        "resource \"aws_glue_catalog_database\" \"" + label + "\"",
                        block -> block.line("count = var." + variable + " ? 1 : 0")
                                .line("name  = " + Hcl.quote(table.name().database())))
                .blank()
                .block("resource \"aws_glue_catalog_table\" \"" + label + "\"", resource -> {
                    resource.attributes(
                            "database_name", table.name().database(),
                            "name", table.name().table(),
                            "description", glue.description(),
                            "table_type", GlueTable.TYPE);
                    resource.blank().map("parameters", glue.properties()).blank();
                    resource.block("storage_descriptor", storage -> storage(storage, glue));
                    columns(resource, "partition_keys", glue.partitionKeys());
                    resource.blank();
                    if (!table.createsDatabase()) {
                        resource.line("# In one module with the table that creates the database, add that database.");
                    }
                    resource.line("depends_on = [" + database + "]");
                })
                .toString();
    }

    private static void storage(Hcl storage, GlueTable glue) {
        StorageFormat format = glue.format();
        storage.attributes(
                "location",
                glue.location(),
                "input_format",
                format.inputFormat(),
                "output_format",
                format.outputFormat());
        storage.blank()
                .block(
                        "ser_de_info",
                        serde -> serde.attributes("serialization_library", format.serde())
                                .blank()
                                .map("parameters", format.serdeParameters()));
        columns(storage, "columns", glue.columns());
    }

    private static void columns(Hcl hcl, String name, List<GlueColumn> columns) {
        for (GlueColumn column : columns) {
            hcl.blank()
                    .block(
                            name,
                            block -> block.attributes(
                                    "name", column.name(), "type", column.type(), "comment", column.comment()));
        }
    }

    /** Terraform's names may not start with a digit. */
    private static String label(String table) {
        return Character.isDigit(table.charAt(0)) ? "_" + table : table;
    }

    /** Writes HCL: two spaces a level, the equals signs of neighbouring attributes one under the other. */
    private static final class Hcl {
        private final StringBuilder out;
        private final String indent;

        Hcl() {
            this(new StringBuilder(), "");
        }

        private Hcl(StringBuilder out, String indent) {
            this.out = out;
            this.indent = indent;
        }

        Hcl blank() {
            out.append('\n');
            return this;
        }

        Hcl line(String text) {
            out.append(indent).append(text).append('\n');
            return this;
        }

        Hcl block(String header, java.util.function.Consumer<Hcl> body) {
            out.append(indent).append(header).append(" {\n");
            body.accept(new Hcl(out, indent + "  "));
            out.append(indent).append("}\n");
            return this;
        }

        /** Names and values in turn. */
        Hcl attributes(String... namesAndValues) {
            Map<String, String> attributes = new java.util.LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                attributes.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return aligned(attributes);
        }

        Hcl map(String name, Map<String, String> values) {
            Map<String, String> quoted = new java.util.LinkedHashMap<>();
            values.forEach((key, value) -> quoted.put(quote(key), value));
            return block(name + " =", body -> body.aligned(quoted));
        }

        private Hcl aligned(Map<String, String> attributes) {
            int width =
                    attributes.keySet().stream().mapToInt(String::length).max().orElse(0);
            attributes.forEach((name, value) -> out.append(indent)
                    .append(name)
                    .append(" ".repeat(width - name.length()))
                    .append(" = ")
                    .append(quote(value))
                    .append('\n'));
            return this;
        }

        /** A dollar or percent sign before a brace begins a template in HCL; doubled, it is itself. */
        private static String quote(String text) {
            String escaped = text.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("${", "$${")
                    .replace("%{", "%%{");
            return '"' + escaped + '"';
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}
