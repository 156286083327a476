package dev.trailwise.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A CloudFormation template with the table in it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-glue-table.html">AWS::Glue::Table</a>
 */
final class CloudFormation {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private CloudFormation() {}

    static String render(ProjectedTable table) {
        GlueTable glue = table.glue();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("CatalogId", Map.of("Ref", "AWS::AccountId"));
        properties.put("DatabaseName", table.name().database());
        properties.put("TableInput", GlueJson.tableInput(glue));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::Glue::Table");
        resource.put("Properties", properties);
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Description", glue.description());
        template.put("Resources", Map.of("CloudTrailTable", resource));
        try {
            return YAML.writeValueAsString(template);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
