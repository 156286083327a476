package dev.trailwise.setup.check;

import dev.trailwise.trail.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trail for an account that has none: all Regions, log file validation, management events, a bucket of its own.
 *
 * @param account the account; a placeholder where it is not known
 */
record NewTrail(String account, Region region, String partition) {
    private static final String NAME = "management-events";

    private String bucket() {
        return "cloudtrail-logs-" + account.toLowerCase(java.util.Locale.ROOT) + "-" + region;
    }

    Finding finding() {
        return Finding.of(
                "",
                "trail",
                Level.WARNING,
                "the account has no trail",
                "CloudTrail keeps 90 days of management events without one, and no file to query. A trail: the first copy"
                        + " of management events is free; you pay S3 for storage and requests, under $3 a month for most"
                        + " accounts (aws.amazon.com/cloudtrail/pricing)",
                new Change(cli(), terraform(), cloudFormation()));
    }

    private String policy() {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put(
                "Statement",
                DeliveryPolicy.statements(
                        partition,
                        bucket(),
                        "AWSLogs/" + account,
                        "arn:" + partition + ":cloudtrail:" + region + ":" + account + ":trail/" + NAME));
        return TrailChange.json(policy);
    }

    private String cli() {
        AwsCommand create = new AwsCommand("s3api", "create-bucket")
                .option("region", region.code())
                .option("bucket", bucket());
        if (!region.equals(Region.US_EAST_1)) {
            create.option("create-bucket-configuration", "LocationConstraint=" + region);
        }
        return String.join(
                "\n",
                List.of(
                        create.toString(),
                        new BucketChange(bucket()).publicAccessBlock(),
                        new AwsCommand("s3api", "put-bucket-policy")
                                .option("bucket", bucket())
                                .option("policy", policy())
                                .toString(),
                        new AwsCommand("cloudtrail", "create-trail")
                                .option("region", region.code())
                                .option("name", NAME)
                                .option("s3-bucket-name", bucket())
                                .option("is-multi-region-trail")
                                .option("enable-log-file-validation")
                                .toString(),
                        new AwsCommand("cloudtrail", "start-logging")
                                .option("region", region.code())
                                .option("name", NAME)
                                .toString()));
    }

    private String terraform() {
        return String.join(
                "\n",
                "resource \"aws_s3_bucket\" \"trail\" {",
                "  bucket = " + TrailChange.hcl(bucket()),
                "}",
                "",
                "resource \"aws_s3_bucket_policy\" \"trail\" {",
                "  bucket = aws_s3_bucket.trail.id",
                "  policy = " + TrailChange.hcl(policy()),
                "}",
                "",
                "resource \"aws_cloudtrail\" \"management_events\" {",
                "  name                       = " + TrailChange.hcl(NAME),
                "  s3_bucket_name             = aws_s3_bucket.trail.id",
                "  is_multi_region_trail      = true",
                "  enable_log_file_validation = true",
                "  depends_on                 = [aws_s3_bucket_policy.trail]",
                "}");
    }

    private String cloudFormation() {
        return String.join(
                "\n",
                "Resources:",
                "  Logs:",
                "    Type: AWS::S3::Bucket",
                "    DeletionPolicy: Retain",
                "    UpdateReplacePolicy: Retain",
                "    Properties:",
                "      BucketName: " + bucket(),
                "  LogsPolicy:",
                "    Type: AWS::S3::BucketPolicy",
                "    Properties:",
                "      Bucket: !Ref Logs",
                "      PolicyDocument: " + policy(),
                "  Trail:",
                "    Type: AWS::CloudTrail::Trail",
                "    DependsOn: LogsPolicy",
                "    Properties:",
                "      TrailName: " + NAME,
                "      S3BucketName: !Ref Logs",
                "      IsLogging: true",
                "      IsMultiRegionTrail: true",
                "      IncludeGlobalServiceEvents: true",
                "      EnableLogFileValidation: true");
    }
}
