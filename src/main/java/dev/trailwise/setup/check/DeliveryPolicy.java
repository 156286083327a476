package dev.trailwise.setup.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the policy of a bucket must allow, so that CloudTrail can deliver to it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html">Bucket
 *     policy for CloudTrail</a>
 */
final class DeliveryPolicy {
    private DeliveryPolicy() {}

    /**
     * The statements for one trail.
     *
     * @param partition the part of AWS as ARNs name it
     * @param folder the path of the log files in the bucket, without a slash at its end
     * @param trail the ARN of the trail
     */
    static List<Map<String, Object>> statements(String partition, String bucket, String folder, String trail) {
        String arn = "arn:" + partition + ":s3:::" + bucket;
        return List.of(
                statement("AWSCloudTrailAclCheck", "s3:GetBucketAcl", arn, Map.of("aws:SourceArn", trail)),
                statement("AWSCloudTrailWrite", "s3:PutObject", arn + "/" + folder + "/*", writing(trail)));
    }

    private static Map<String, Object> writing(String trail) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("s3:x-amz-acl", "bucket-owner-full-control");
        conditions.put("aws:SourceArn", trail);
        return conditions;
    }

    private static Map<String, Object> statement(
            String id, String action, String resource, Map<String, Object> conditions) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", id);
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("Service", "cloudtrail.amazonaws.com"));
        statement.put("Action", action);
        statement.put("Resource", resource);
        statement.put("Condition", Map.of("StringEquals", conditions));
        return statement;
    }
}
