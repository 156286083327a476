package dev.trailwise.setup.check;

/** Changes of the bucket of a trail, in each form. */
final class BucketChange {
    private final String bucket;

    BucketChange(String bucket) {
        this.bucket = bucket;
    }

    /** Blocks all public access. */
    Change blockPublicAccess() {
        return new Change(
                publicAccessBlock(),
                "resource \"aws_s3_bucket_public_access_block\" \"trail\" {\n  bucket = " + TrailChange.hcl(bucket)
                        + "\n  block_public_acls = true\n  ignore_public_acls = true\n  block_public_policy = true"
                        + "\n  restrict_public_buckets = true\n}",
                inCloudFormation("PublicAccessBlockConfiguration: {BlockPublicAcls: true, IgnorePublicAcls: true,"
                        + " BlockPublicPolicy: true, RestrictPublicBuckets: true}"));
    }

    String publicAccessBlock() {
        return new AwsCommand("s3api", "put-public-access-block")
                .option("bucket", bucket)
                .option(
                        "public-access-block-configuration",
                        "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true")
                .toString();
    }

    /** Edits a lifecycle rule, which S3 takes only with all others. */
    Change lifecycle(String rule, String edit) {
        String file = "lifecycle.json";
        return new Change(
                new AwsCommand("s3api", "get-bucket-lifecycle-configuration").option("bucket", bucket) + " > " + file
                        + "\n# in " + file + ", " + edit + " in " + rule + "\n"
                        + new AwsCommand("s3api", "put-bucket-lifecycle-configuration")
                                .option("bucket", bucket)
                                .option("lifecycle-configuration", "file://" + file),
                "# in the aws_s3_bucket_lifecycle_configuration of " + bucket + "\n# " + edit + " in " + rule,
                inCloudFormation("# LifecycleConfiguration: " + edit + " in " + rule));
    }

    /** Lets CloudTrail deliver. */
    Change allowDelivery(String statements) {
        return new Change(
                new AwsCommand("s3api", "get-bucket-policy")
                                .option("bucket", bucket)
                                .option("query", "Policy")
                                .option("output", "text")
                        + "\n# the policy needs these statements; put-bucket-policy replaces the whole policy\n"
                        + statements,
                "# the aws_s3_bucket_policy of " + bucket + " needs these statements\n" + statements,
                "# the AWS::S3::BucketPolicy of " + bucket + " needs these statements\n" + statements);
    }

    private String inCloudFormation(String line) {
        return "# in the AWS::S3::Bucket resource of " + bucket + "\n" + line;
    }
}
