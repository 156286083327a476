package dev.trailwise.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CloudFormation template with the table in it, and its database: the tables of one trail share it, so a parameter
 * tells which of them creates it. Deleting a database deletes all of its tables, so it stays when the stack is deleted.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-glue-table.html">AWS::Glue::Table</a>
 */
final class CloudFormation {
    /** The parameter, and the condition that it decides. */
    private static final String CREATE = "CreateDatabase";

    private static final String DATABASE = "CloudTrailDatabase";

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private CloudFormation() {}

    static String render(ProjectedTable table) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Description", table.glue().description());
        template.put("Parameters", Map.of(CREATE, parameter(table)));
        template.put("Conditions", Map.of(CREATE, Map.of("Fn::Equals", List.of(Map.of("Ref", CREATE), "true"))));
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put(DATABASE, database(table));
        resources.put("CloudTrailTable", resource(table));
        template.put("Resources", resources);
        try {
            return YAML.writeValueAsString(template);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> parameter(ProjectedTable table) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("Type", "String");
        parameter.put("AllowedValues", List.of("true", "false"));
        parameter.put("Default", String.valueOf(table.createsDatabase()));
        parameter.put(
                "Description",
                "Create the Glue database " + table.name().database()
                        + ". Use false when it exists or another stack creates it.");
        return parameter;
    }

    private static Map<String, Object> database(ProjectedTable table) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("CatalogId", Map.of("Ref", "AWS::AccountId"));
        properties.put("DatabaseInput", Map.of("Name", table.name().database()));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::Glue::Database");
        resource.put("Condition", CREATE);
        resource.put("DeletionPolicy", "Retain");
        resource.put("UpdateReplacePolicy", "Retain");
        resource.put("Properties", properties);
        return resource;
    }

    private static Map<String, Object> resource(ProjectedTable table) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("CatalogId", Map.of("Ref", "AWS::AccountId"));
        properties.put(
                "DatabaseName",
                Map.of(
                        "Fn::If",
                        List.of(CREATE, Map.of("Ref", DATABASE), table.name().database())));
        properties.put("TableInput", GlueJson.tableInput(table.glue()));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::Glue::Table");
        resource.put("Properties", properties);
        return resource;
    }
}
