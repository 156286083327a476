package dev.trailwise.setup.access;

import dev.trailwise.text.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The least that an IAM policy must allow for each thing that trailwise does.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html">Access to the
 *     Glue catalog</a>
 */
public enum AccessPolicy {
    /** Find trails, make, change or drop the tables, and check where Athena is to write results. */
    CREATE {
        @Override
        List<Map<String, Object>> statements(AccessTarget target) {
            List<String> glue = List.of(
                    "glue:GetDatabase",
                    "glue:CreateDatabase",
                    "glue:GetTable",
                    "glue:CreateTable",
                    "glue:UpdateTable",
                    "glue:DeleteTable");
            return all(List.of(
                    List.of(allow(
                            "FindTrails",
                            List.of(
                                    "cloudtrail:DescribeTrails",
                                    "cloudtrail:ListTrails",
                                    "cloudtrail:GetEventSelectors"),
                            List.of("*"))),
                    listLogs(target),
                    List.of(
                            allow("MakeTables", glue, target.catalog()),
                            workgroup(target, List.of("athena:GetWorkGroup"))),
                    target.results().map(path -> findResults(target, path)).orElse(List.of())));
        }
    },
    /** Tell the price of a query. Reads no log. */
    ESTIMATE {
        @Override
        List<Map<String, Object>> statements(AccessTarget target) {
            return all(List.of(
                    listLogs(target),
                    List.of(
                            allow("ReadTables", READ_TABLES, target.catalog()),
                            workgroup(target, List.of("athena:GetWorkGroup")))));
        }
    },
    /** Run queries in Athena, which reads with the caller's permissions. */
    RUN {
        @Override
        List<Map<String, Object>> statements(AccessTarget target) {
            List<String> athena = List.of(
                    "athena:GetWorkGroup",
                    "athena:StartQueryExecution",
                    "athena:GetQueryExecution",
                    "athena:GetQueryResults",
                    "athena:GetQueryResultsStream",
                    "athena:StopQueryExecution");
            return all(List.of(
                    List.of(workgroup(target, athena), allow("ReadTables", READ_TABLES, target.catalog())),
                    listLogs(target),
                    readLogs(target),
                    target.results().map(path -> results(target, path)).orElse(List.of())));
        }
    },
    /** Share saved queries with those who use Athena's console. */
    SHARE {
        @Override
        List<Map<String, Object>> statements(AccessTarget target) {
            List<String> named = List.of(
                    "athena:ListNamedQueries",
                    "athena:BatchGetNamedQuery",
                    "athena:CreateNamedQuery",
                    "athena:UpdateNamedQuery");
            return List.of(workgroup(target, named));
        }
    },
    /** Download logs. */
    SYNC {
        @Override
        List<Map<String, Object>> statements(AccessTarget target) {
            return all(List.of(listLogs(target), readLogs(target)));
        }
    },
    /** Ask CloudTrail's own event history. */
    LOOKUP {
        @Override
        List<Map<String, Object>> statements(AccessTarget target) {
            return List.of(allow("LookUpEvents", List.of("cloudtrail:LookupEvents"), List.of("*")));
        }
    },
    /** Check how the trail and its bucket are set up. */
    CHECK {
        @Override
        List<Map<String, Object>> statements(AccessTarget target) {
            return List.of(
                    allow(
                            "ReadTrails",
                            List.of(
                                    "cloudtrail:DescribeTrails",
                                    "cloudtrail:ListTrails",
                                    "cloudtrail:GetTrailStatus",
                                    "cloudtrail:GetEventSelectors",
                                    "cloudtrail:GetInsightSelectors"),
                            List.of("*")),
                    allow(
                            "ReadBucketSettings",
                            List.of(
                                    "s3:GetLifecycleConfiguration",
                                    "s3:GetBucketPolicyStatus",
                                    "s3:GetBucketPublicAccessBlock"),
                            List.of(target.s3(target.bucket()))));
        }
    };

    private static final List<String> READ_TABLES = List.of("glue:GetDatabase", "glue:GetTable", "glue:GetPartitions");

    abstract List<Map<String, Object>> statements(AccessTarget target);

    /** The word of the command line, such as {@code create}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The policy document as JSON, ending with a line feed. */
    public String document(AccessTarget target) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", statements(target));
        return JsonText.document(document);
    }

    /** Finding the bucket takes no prefix, so it cannot share the condition that keeps listings to the trail. */
    private static List<Map<String, Object>> listLogs(AccessTarget target) {
        List<String> bucket = List.of(target.s3(target.bucket()));
        Map<String, Object> list = allow("ListLogs", List.of("s3:ListBucket"), bucket);
        list.put("Condition", Map.of("StringLike", Map.of("s3:prefix", target.above() + "*")));
        return List.of(allow("FindLogs", List.of("s3:GetBucketLocation"), bucket), list);
    }

    private static List<Map<String, Object>> readLogs(AccessTarget target) {
        Map<String, Object> decrypt = allow("DecryptLogs", List.of("kms:Decrypt"), List.of("*"));
        decrypt.put("Condition", Map.of("StringLike", Map.of("kms:ViaService", "s3.*.amazonaws.com*")));
        return List.of(
                allow(
                        "ReadLogs",
                        List.of("s3:GetObject"),
                        List.of(target.s3(target.bucket() + "/" + target.above() + "*"))),
                decrypt);
    }

    private static List<Map<String, Object>> all(List<List<Map<String, Object>>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static Map<String, Object> workgroup(AccessTarget target, List<String> actions) {
        return allow("UseWorkgroup", actions, List.of(target.arn("athena", "workgroup/" + target.workgroup())));
    }

    /** To see whether the bucket for results is there, and in which Region. */
    private static List<Map<String, Object>> findResults(AccessTarget target, String path) {
        String bucket = path.substring(0, path.indexOf('/'));
        return List.of(allow("FindResults", List.of("s3:ListBucket"), List.of(target.s3(bucket))));
    }

    private static List<Map<String, Object>> results(AccessTarget target, String path) {
        String bucket = path.substring(0, path.indexOf('/'));
        return List.of(
                allow(
                        "FindResults",
                        List.of("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"),
                        List.of(target.s3(bucket))),
                allow(
                        "KeepResults",
                        List.of(
                                "s3:GetObject",
                                "s3:PutObject",
                                "s3:AbortMultipartUpload",
                                "s3:ListMultipartUploadParts"),
                        List.of(target.s3(path + "*"))));
    }

    private static Map<String, Object> allow(String id, List<String> actions, List<String> resources) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", id);
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", resources);
        return statement;
    }
}
