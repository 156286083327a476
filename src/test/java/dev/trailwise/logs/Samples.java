package dev.trailwise.logs;

import java.util.List;

/** Events in the shapes that CloudTrail writes, with made-up values. */
public final class Samples {
    /** A role session, with much that nests. */
    static final String ROLE =
            "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE:ci\","
                    + "\"arn\":\"arn:aws:sts::111122223333:assumed-role/ci/ci\",\"accountId\":\"111122223333\",\"accessKeyId\":\"ASIAEXAMPLE\","
                    + "\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"principalId\":\"AROAEXAMPLE\",\"arn\":\"arn:aws:iam::111122223333:role/ci\","
                    + "\"accountId\":\"111122223333\",\"userName\":\"ci\"},\"webIdFederationData\":{\"federatedProvider\":\"accounts.google.com\","
                    + "\"attributes\":{\"aud\":\"caf\u00e9\",\"Sub\":\"1\\u00e92\",\"n\":null}},\"attributes\":{\"mfaAuthenticated\":\"false\",\"creationDate\":\"2026-11-01T09:00:00Z\"}},"
                    + "\"inScopeOf\":{\"sourceArn\":\"arn:x\",\"issuerType\":\"AWS::Lambda::Function\"}},"
                    + "\"eventTime\":\"2026-11-01T10:00:00Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"RunInstances\",\"awsRegion\":\"eu-central-1\","
                    + "\"sourceIPAddress\":\"192.0.2.7\",\"userAgent\":\"Boto3/1.35 (\\\"quoted\\\") \\ud83d\\ude00\",\"errorCode\":\"Client.X\",\"errorMessage\":\"a\\tb\\nc\","
                    + "\"requestParameters\":{\"instancesSet\":{\"items\":[{\"imageId\":\"ami-1\",\"minCount\":1,\"maxCount\":1.50,\"x\":-0.1e+7}]},\"policy\":\"{\\\"Version\\\":\\\"2012-10-17\\\"}\",\"path\":\"a\\/b\",\"empty\":{},\"none\":[]},"
                    + "\"responseElements\":null,\"additionalEventData\":{\"k\":[true,false,null]},\"requestID\":\"r-1\",\"eventID\":\"e-1\",\"readOnly\":false,"
                    + "\"resources\":[{\"ARN\":\"arn:aws:s3:::b\",\"accountId\":\"111122223333\",\"type\":\"AWS::S3::Bucket\",\"extra\":1},{\"arn\":null}],"
                    + "\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\","
                    + "\"tlsDetails\":{\"tlsVersion\":\"TLSv1.3\",\"cipherSuite\":\"TLS_AES_128_GCM_SHA256\",\"clientProvidedHostHeader\":\"ec2.eu-central-1.amazonaws.com\"},"
                    + "\"addendum\":{\"reason\":\"UPDATED_DATA\",\"updatedFields\":\"requestParameters\"},\"sessionCredentialFromConsole\":\"true\"}";

    /** A sign-in, pretty-printed. */
    static final String SIGN_IN = """
            {
              "eventVersion" : "1.08",
              "userIdentity" : {
                "type" : "Root",
                "accountId" : "444455556666",
                "sessionContext" : { }
              },
              "eventTime" : "2026-11-02T23:59:59Z",
              "eventSource" : "signin.amazonaws.com",
              "eventName" : "ConsoleLogin",
              "awsRegion" : "us-east-1",
              "responseElements" : { "ConsoleLogin" : "Success", "list" : [ 1, [ ] , { } ] },
              "additionalEventData" : { "MFAUsed" : "No", "slash" : "a\\/b\\u0041\\u001f" },
              "eventID" : "e-2",
              "eventType" : "AwsConsoleSignIn",
              "recipientAccountId" : "444455556666"
            }
            """;

    /** What Insights writes. */
    static final String INSIGHT =
            "{\"eventVersion\":\"1.07\",\"eventTime\":\"2026-11-03T00:00:00Z\",\"awsRegion\":\"us-east-1\",\"eventID\":\"e-3\","
                    + "\"eventType\":\"AwsCloudTrailInsight\",\"recipientAccountId\":\"111122223333\",\"sharedEventID\":\"s-1\",\"insightDetails\":{\"state\":\"Start\","
                    + "\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"ListUsers\",\"insightType\":\"ApiCallRateInsight\",\"insightContext\":{\"statistics\":{"
                    + "\"baseline\":{\"average\":0.0020833333},\"insight\":{\"average\":12},\"insightDuration\":1,\"baselineDuration\":10181},"
                    + "\"attributions\":[{\"attribute\":\"userIdentityArn\",\"insight\":[{\"value\":\"arn:x\",\"average\":1.5}],\"baseline\":[]}]}},\"eventCategory\":\"Insight\"}";

    /** A call through a VPC endpoint. */
    static final String NETWORK =
            "{\"eventVersion\":\"1.09\",\"userIdentity\":{\"type\":\"AWSAccount\",\"accountId\":\"111122223333\"},\"eventTime\":\"2026-11-04T00:00:00Z\","
                    + "\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"Decrypt\",\"awsRegion\":\"us-east-1\",\"eventID\":\"e-4\",\"errorCode\":\"VpceAccessDenied\","
                    + "\"eventType\":\"AwsVpceEvents\",\"recipientAccountId\":\"111122223333\",\"vpcEndpointId\":\"vpce-1\",\"eventCategory\":\"NetworkActivity\"}";

    /** A summary of data events, after the example that AWS documents. */
    static final String AGGREGATED =
            "{\"eventVersion\":\"1.0\",\"accountId\":\"111122223333\",\"eventId\":\"e-5\",\"eventCategory\":\"Aggregated\","
                    + "\"eventType\":\"AwsAggregatedEvent\",\"awsRegion\":\"us-west-2\",\"eventSource\":\"s3.amazonaws.com\","
                    + "\"timeWindow\":{\"windowStart\":\"2026-11-05T19:20:00Z\",\"windowEnd\":\"2026-11-05T19:25:00Z\",\"windowSize\":\"PT5M\"},"
                    + "\"summary\":{\"primaryDimension\":{\"dimension\":\"eventName\",\"statistics\":[{\"name\":\"PutObject\",\"value\":1000}],"
                    + "\"aggregationType\":\"Count\"},\"details\":[{\"dimension\":\"resourceARN\",\"statistics\":[{\"name\":\"arn:aws:s3:::a\",\"value\":800},"
                    + "{\"name\":\"arn:aws:s3:::b\",\"value\":200}],\"aggregationType\":\"Count\"}]}}";

    static final List<String> ALL = List.of(ROLE, SIGN_IN, INSIGHT, NETWORK);

    private Samples() {}

    /** A small event of a name and id. */
    static String event(String name) {
        return "{\"eventVersion\":\"1.08\",\"eventTime\":\"2026-11-01T10:00:00Z\",\"eventName\":\"" + name
                + "\",\"eventID\":\"" + name
                + "\",\"awsRegion\":\"eu-west-1\",\"recipientAccountId\":\"111122223333\"}";
    }

    /** A file's text as CloudTrail delivers it. */
    static String records(String... events) {
        return "{\"Records\":[" + String.join(",", events) + "]}";
    }
}
