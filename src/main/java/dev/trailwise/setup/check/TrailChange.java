package dev.trailwise.setup.check;

import dev.trailwise.aws.trails.EventSelector;
import dev.trailwise.aws.trails.FieldCondition;
import dev.trailwise.aws.trails.TrailConfiguration;
import dev.trailwise.text.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Changes of a trail, in each form.
 *
 * @see <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail">aws_cloudtrail</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html">AWS::CloudTrail::Trail</a>
 */
final class TrailChange {
    private final TrailConfiguration trail;

    TrailChange(TrailConfiguration trail) {
        this.trail = trail;
    }

    /**
     * A property that is true or not.
     *
     * @param name its option of {@code update-trail}, for example {@code is-multi-region-trail}
     * @param terraform its name in Terraform
     * @param cloudFormation its name in CloudFormation
     */
    Change switchOn(String name, String terraform, String cloudFormation) {
        return new Change(
                update().option(name).toString(),
                inTerraform(terraform + " = true"),
                inCloudFormation(cloudFormation + ": true"));
    }

    /** Has its files encrypted with a KMS key, which the user names. */
    Change encrypt() {
        String key = "alias/YOUR-KEY";
        return new Change(
                update().option("kms-key-id", key).toString(),
                inTerraform("kms_key_id = " + hcl("arn:aws:kms:REGION:ACCOUNT:key/KEY-ID")),
                inCloudFormation("KMSKeyId: " + key));
    }

    /** Has it record. */
    Change start() {
        return new Change(
                command("start-logging").option("name", trail.arn()).toString(),
                inTerraform("enable_logging = true"),
                inCloudFormation("IsLogging: true"));
    }

    /** Has it record no more. */
    Change stop() {
        return new Change(
                command("stop-logging").option("name", trail.arn()).toString(),
                inTerraform("enable_logging = false"),
                inCloudFormation("IsLogging: false"));
    }

    /** Has it record both types of Insights. */
    Change insights(List<String> types) {
        List<Map<String, String>> selectors =
                types.stream().map(type -> Map.of("InsightType", type)).toList();
        List<String> terraform = new ArrayList<>();
        types.forEach(type -> terraform.addAll(List.of("insight_selector {", "  insight_type = " + hcl(type), "}")));
        return new Change(
                command("put-insight-selectors")
                        .option("trail-name", trail.arn())
                        .option("insight-selectors", json(selectors))
                        .toString(),
                inTerraform(terraform.toArray(String[]::new)),
                inCloudFormation("InsightSelectors: " + json(selectors)));
    }

    /** Has it record exactly the events of these selectors, which replace all that it has. */
    Change record(List<EventSelector> selectors) {
        List<Map<String, Object>> api = selectors.stream().map(TrailChange::api).toList();
        List<String> terraform = new ArrayList<>();
        for (EventSelector selector : selectors) {
            terraform.add("advanced_event_selector {");
            selector.conditions()
                    .forEach(condition -> terraform.addAll(List.of(
                            "  field_selector {",
                            "    field = " + hcl(condition.field()),
                            "    " + snake(condition.operator()) + " = " + hcl(condition.values()),
                            "  }")));
            terraform.add("}");
        }
        return new Change(
                command("put-event-selectors")
                        .option("trail-name", trail.arn())
                        .option("advanced-event-selectors", json(api))
                        .toString(),
                inTerraform(terraform.toArray(String[]::new)),
                inCloudFormation("AdvancedEventSelectors: " + json(api)));
    }

    private static Map<String, Object> api(EventSelector selector) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (FieldCondition condition : selector.conditions()) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("Field", condition.field());
            field.put(condition.operator().api(), condition.values());
            fields.add(field);
        }
        return Map.of("FieldSelectors", fields);
    }

    private static String snake(FieldCondition.Operator operator) {
        return operator.name().toLowerCase(Locale.ROOT);
    }

    private AwsCommand update() {
        return command("update-trail").option("name", trail.arn());
    }

    private AwsCommand command(String command) {
        return new AwsCommand("cloudtrail", command)
                .option("region", trail.home().code());
    }

    private String inTerraform(String... lines) {
        return "# in the aws_cloudtrail resource of " + trail.name() + "\n" + String.join("\n", lines);
    }

    private String inCloudFormation(String line) {
        return "# in the AWS::CloudTrail::Trail resource of " + trail.name() + "\n" + line;
    }

    /** A text or a list of texts in Terraform. */
    static String hcl(Object value) {
        return json(value).replace("${", "$${").replace("%{", "%%{");
    }

    /** JSON, which YAML includes. */
    static String json(Object value) {
        return JsonText.line(value);
    }
}
