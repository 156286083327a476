package dev.trailwise.table;

import static dev.trailwise.table.DerivedColumn.Type.BOOLEAN;
import static dev.trailwise.table.DerivedColumn.Type.VARCHAR;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What investigators would otherwise write out in every query: who called, as what, from where, on what, and how it ended.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     userIdentity element</a>
 */
final class DerivedColumns {
    /** Error codes of calls that were not permitted, of any service. */
    private static final String DENIED =
            "(?i)access-?denied|unauthori[sz]ed|notauthorized|authorizationerror|authfailure|forbidden";

    private static final String THROTTLED =
            "(?i)throttl|rateexceeded|requestlimitexceeded|toomanyrequests|slowdown|throughputexceeded";

    /** Keys of requests that name what a call acts on, the most telling first: AttachUserPolicy acts on a user. */
    private static final List<String> TARGETS = List.of(
            "userName",
            "roleName",
            "groupName",
            "roleArn",
            "policyArn",
            "bucketName",
            "instanceId",
            "instancesSet.items[0].instanceId",
            "groupId",
            "functionName",
            "dBInstanceIdentifier",
            "dBClusterIdentifier",
            "dBSnapshotIdentifier",
            "snapshotId",
            "imageId",
            "volumeId",
            "keyId",
            "secretId",
            "tableName",
            "trailName",
            "detectorId",
            "logGroupName",
            "repositoryName",
            "clusterName",
            "topicArn",
            "queueUrl",
            "stackName",
            "hostedZoneId",
            "vpcId",
            "accountId",
            "resourceArn",
            "name",
            "arn");

    static final List<DerivedColumn> ALL = List.of(
            new DerivedColumn(
                    "principal",
                    VARCHAR,
                    "coalesce(nullif(useridentity.arn, ''), nullif(useridentity.username, ''), "
                            + "nullif(useridentity.principalid, ''), useridentity.onbehalfof.userid, "
                            + "useridentity.invokedby, useridentity.accountid, useridentity.type)",
                    "Who called: the ARN of a user, a role session or root; the name or id of whoever has no ARN; else the"
                            + " service or account."),
            new DerivedColumn(
                    "principal_type",
                    VARCHAR,
                    "CASE WHEN useridentity.type IN ('AssumedRole', 'Role') THEN CASE"
                            + " WHEN useridentity.sessioncontext.sessionissuer.username LIKE 'AWSReservedSSO%'"
                            + " THEN 'identity-center'"
                            + " WHEN useridentity.sessioncontext.sessionissuer.arn LIKE '%:role/aws-service-role/%'"
                            + " THEN 'service-role' ELSE 'role' END"
                            + " WHEN useridentity.type = 'IAMUser' THEN 'user'"
                            + " WHEN useridentity.type = 'Root' THEN 'root'"
                            + " WHEN useridentity.type = 'AWSService' THEN 'service'"
                            + " WHEN useridentity.type = 'AWSAccount' THEN 'account'"
                            + " WHEN useridentity.type = 'FederatedUser' THEN 'federated'"
                            + " WHEN useridentity.type = 'SAMLUser' THEN 'saml'"
                            + " WHEN useridentity.type = 'WebIdentityUser' THEN 'web-identity'"
                            + " WHEN useridentity.type = 'IdentityCenterUser' THEN 'identity-center'"
                            + " WHEN useridentity.type IS NULL AND useridentity.invokedby IS NOT NULL THEN 'service'"
                            + " ELSE lower(useridentity.type) END",
                    "Kind of caller: user, root, role, service-role, identity-center, federated, saml, web-identity, account"
                            + " or service."),
            new DerivedColumn(
                    "session_name",
                    VARCHAR,
                    "CASE WHEN useridentity.type IN ('AssumedRole', 'FederatedUser', 'AWSAccount')"
                            + " THEN nullif(split_part(useridentity.principalid, ':', 2), '') END",
                    "Name of the role or federated session: for Identity Center the user, for an instance its id."),
            new DerivedColumn(
                    "issuer",
                    VARCHAR,
                    "useridentity.sessioncontext.sessionissuer.arn",
                    "ARN of the role or user whose temporary credentials were used; NULL for long-term keys."),
            new DerivedColumn(
                    "accesskeyid",
                    VARCHAR,
                    "useridentity.accesskeyid",
                    "Access key that signed the call: AKIA… long-term, ASIA… temporary."),
            new DerivedColumn(
                    "source_account",
                    VARCHAR,
                    "useridentity.accountid",
                    "Account of the caller; recipientaccountid is the account called."),
            new DerivedColumn(
                    "service",
                    VARCHAR,
                    "regexp_replace(eventsource, '[.]amazonaws[.]com$')",
                    "eventsource without its domain: iam, s3, signin."),
            new DerivedColumn(
                    "action",
                    VARCHAR,
                    "regexp_replace(eventsource, '[.]amazonaws[.]com$') || ':' || eventname",
                    "Service and API action, as iam:CreateUser."),
            new DerivedColumn(
                    "outcome",
                    VARCHAR,
                    "CASE WHEN regexp_like(errorcode, '" + DENIED + "') THEN 'denied'"
                            + " WHEN regexp_like(errorcode, '" + THROTTLED + "') THEN 'throttled'"
                            + " WHEN nullif(errorcode, '') IS NOT NULL OR nullif(errormessage, '') IS NOT NULL"
                            + " THEN 'failed' ELSE 'success' END",
                    "How the call ended: success, denied, throttled or failed. A failed sign-in has a message alone."),
            new DerivedColumn(
                    "target",
                    VARCHAR,
                    TARGETS.stream()
                                    .map(key -> "json_extract_scalar(requestparameters, '$." + key + "')")
                                    .collect(Collectors.joining(", ", "coalesce(", ", "))
                            + "element_at(resources, 1).arn)",
                    "What the call acted on: a user, role, bucket, instance, … named in the request, else the first resource."),
            new DerivedColumn(
                    "is_console",
                    BOOLEAN,
                    "coalesce(sessioncredentialfromconsole = 'true', FALSE)"
                            + " OR coalesce(eventtype IN ('AwsConsoleSignIn', 'AwsConsoleAction'), FALSE)"
                            + " OR coalesce(regexp_like(useragent,"
                            + " '(?i)^\\[?(s3console|aws-internal|console|signin[.]amazonaws|aws console)'), FALSE)",
                    "Whether the call came from the AWS console. User agents are the caller's own words."),
            new DerivedColumn(
                    "is_public_ip",
                    BOOLEAN,
                    // a lambda, so that the text is read as an address once and not for every network
                    "coalesce(element_at(transform(ARRAY[TRY_CAST(sourceipaddress AS ipaddress)], address -> NOT ("
                            + PrivateNetworks.contain("address") + ")), 1), FALSE)",
                    "Whether the call came from an address outside private, shared and link-local networks; FALSE for"
                            + " services."));

    private DerivedColumns() {}
}
