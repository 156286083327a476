package dev.trailwise.table;

import static dev.trailwise.table.Columns.array;
import static dev.trailwise.table.Columns.json;
import static dev.trailwise.table.Columns.real;
import static dev.trailwise.table.Columns.struct;
import static dev.trailwise.table.Columns.text;
import static dev.trailwise.table.Columns.textMap;

import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import java.util.List;

/**
 * THE definition of the tables: every field of CloudTrail record version 1.11 that a trail delivers, once. Glue, DDL,
 * DuckDB and the reference page are renderings of it.
 *
 * <p>It differs from the DDL that AWS documents in these: {@code edgedevicedetails} is a struct, for declared a string
 * it fails every query that reads it where a record has it; fields that AWS's DDL forgets are added
 * ({@code managementevent}, {@code useridentity.sessioncontext.sourceidentity}, {@code tlsdetails.keyexchange} and
 * more), which is safe since a missing key reads as NULL. {@code eventContext} is left out: trails never deliver it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">Record
 *     contents</a>
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html">AWS's
 *     projection DDL</a>
 */
public final class Tables {
    /** The partition columns, read from the path of a file. */
    public static final List<Column> PARTITIONS = List.of(
            text("account", "", "", "The account whose trail delivered the file; from the path."),
            text("region", "", "", "The Region whose events the file holds; from the path."),
            text("day", "", "", "The UTC day of delivery as yyyy/MM/dd; an event can be of the day before."));

    private static final Column SESSION_CONTEXT = struct(
            "sessioncontext",
            "sessionContext",
            "1.0",
            "How temporary credentials came to be.",
            struct(
                    "attributes",
                    "attributes",
                    "",
                    "When the session began and whether with MFA.",
                    text("mfaauthenticated", "mfaAuthenticated", "", "'true' when the session used MFA."),
                    text("creationdate", "creationDate", "", "When the credentials were issued, ISO 8601.")),
            struct(
                    "sessionissuer",
                    "sessionIssuer",
                    "",
                    "Who the session acts as: the role or user behind it.",
                    text("type", "type", "", "Root, IAMUser or Role."),
                    text("principalid", "principalId", "", "Internal id of the issuer."),
                    text("arn", "arn", "", "ARN of the role or user."),
                    text("accountid", "accountId", "", "Account of the role or user."),
                    text("username", "userName", "", "Name of the role or user.")),
            text("ec2roledelivery", "ec2RoleDelivery", "", "Instance metadata version that gave the credentials."),
            struct(
                    "webidfederationdata",
                    "webIdFederationData",
                    "",
                    "The web identity behind the session.",
                    text("federatedprovider", "federatedProvider", "", "The identity provider."),
                    textMap("attributes", "attributes", "Application and user ids from the provider.")),
            text("sourceidentity", "sourceIdentity", "", "The source identity set when the role was assumed."),
            text("assumedroot", "assumedRoot", "", "'true' for a root session made by AssumeRoot."));

    private static final Column USER_IDENTITY = struct(
            "useridentity",
            "userIdentity",
            "1.0",
            "Who made the request.",
            text("type", "type", "", "Root, IAMUser, AssumedRole, Role, FederatedUser, AWSAccount, AWSService, …"),
            text("principalid", "principalId", "", "Internal id; for a role session, role id and session name."),
            text("arn", "arn", "", "ARN of the principal."),
            text("accountid", "accountId", "", "Account that owns the principal."),
            text("invokedby", "invokedBy", "", "The AWS service that made the call for the principal."),
            text(
                    "accesskeyid",
                    "accessKeyId",
                    "",
                    "Access key that signed the request: AKIA… long-term, ASIA… temporary."),
            text("username", "userName", "", "Friendly name; absent for role sessions, see sessionissuer.username."),
            struct(
                    "onbehalfof",
                    "onBehalfOf",
                    "",
                    "The Identity Center user for whom the call was made.",
                    text("userid", "userId", "", "Id of the Identity Center user."),
                    text("identitystorearn", "identityStoreArn", "", "ARN of the identity store.")),
            SESSION_CONTEXT,
            text("identityprovider", "identityProvider", "", "SAML or web identity provider."),
            text("credentialid", "credentialId", "", "Id of a bearer token or similar credential."),
            struct(
                    "invokedbydelegate",
                    "invokedByDelegate",
                    "",
                    "The delegate that made the call.",
                    text("accountid", "accountId", "", "Account of the delegate.")),
            struct(
                    "inscopeof",
                    "inScopeOf",
                    "",
                    "The resource within whose scope the credentials were issued.",
                    text("sourcearn", "sourceArn", "", "ARN of the resource."),
                    text("sourceaccount", "sourceAccount", "", "Account of the resource."),
                    text("issuertype", "issuerType", "", "Type of the resource, such as AWS::Lambda::Function."),
                    text("credentialsissuedto", "credentialsIssuedTo", "", "Where the credentials were issued to.")));

    private static final List<Column> RECORD = List.of(
            text("eventversion", "eventVersion", "1.0", "Version of the record format."),
            USER_IDENTITY,
            text("eventtime", "eventTime", "1.0", "When the request completed, UTC, as 2026-11-01T10:00:00Z."),
            text("eventsource", "eventSource", "1.0", "The service, such as iam.amazonaws.com."),
            text("eventname", "eventName", "1.0", "The API action, such as CreateUser."),
            text("awsregion", "awsRegion", "1.0", "The Region the request was made to."),
            text(
                    "sourceipaddress",
                    "sourceIPAddress",
                    "1.0",
                    "IP address of the caller, or the name of an AWS service."),
            text("useragent", "userAgent", "1.0", "The caller's own words about its software: not to be trusted."),
            text("errorcode", "errorCode", "1.0", "The error, when the request failed."),
            text("errormessage", "errorMessage", "1.0", "The error's description."),
            json("requestparameters", "requestParameters", "1.0", "What was asked for, as JSON text."),
            json("responseelements", "responseElements", "1.0", "What changed, as JSON text; NULL for reads."),
            json("additionaleventdata", "additionalEventData", "1.0", "What the service adds, as JSON text."),
            text("requestid", "requestID", "1.01", "The service's id of the request."),
            text("eventid", "eventID", "1.01", "Identity of the event; a repeated delivery has the same."),
            text("readonly", "readOnly", "1.01", "'true' when the action changes nothing."),
            array(
                    "resources",
                    "resources",
                    "1.01",
                    "The resources that the request accessed.",
                    text("arn", "ARN", "", "ARN of the resource."),
                    text("accountid", "accountId", "", "Account that owns it."),
                    text("type", "type", "", "Its type, such as AWS::S3::Bucket.")),
            text("eventtype", "eventType", "1.02", "AwsApiCall, AwsServiceEvent, AwsConsoleSignIn, …"),
            text("apiversion", "apiVersion", "1.01", "API version of the request."),
            text("recipientaccountid", "recipientAccountId", "1.02", "Account that received this event."),
            json("serviceeventdetails", "serviceEventDetails", "1.05", "Details of a service event, as JSON text."),
            text("sharedeventid", "sharedEventID", "1.03", "Joins the copies of one action in several accounts."),
            text("vpcendpointid", "vpcEndpointId", "1.04", "VPC endpoint that the request went through."),
            text("vpcendpointaccountid", "vpcEndpointAccountId", "1.09", "Account that owns that endpoint."),
            text("eventcategory", "eventCategory", "1.07", "Management, Data or NetworkActivity."),
            struct(
                    "addendum",
                    "addendum",
                    "1.08",
                    "Why the event came late or was sent again.",
                    text("reason", "reason", "", "DELIVERY_DELAY, UPDATED_DATA or SERVICE_OUTAGE."),
                    text("updatedfields", "updatedFields", "", "The fields that this event corrects."),
                    text("originalrequestid", "originalRequestID", "", "Request id of the event it corrects."),
                    text("originaleventid", "originalEventID", "", "Event id of the event it corrects.")),
            text(
                    "sessioncredentialfromconsole",
                    "sessionCredentialFromConsole",
                    "1.08",
                    "'true' for console sessions."),
            struct(
                    "edgedevicedetails",
                    "edgeDeviceDetails",
                    "1.08",
                    "The edge device that served an S3 on Outposts request.",
                    text("type", "type", "", "Kind of device, such as outposts."),
                    text("deviceid", "deviceId", "", "Id of the device.")),
            struct(
                    "tlsdetails",
                    "tlsDetails",
                    "1.08",
                    "TLS of the request.",
                    text("tlsversion", "tlsVersion", "", "Such as TLSv1.3."),
                    text("ciphersuite", "cipherSuite", "", "The cipher suite."),
                    text("clientprovidedhostheader", "clientProvidedHostHeader", "", "Host name the client asked for."),
                    text("keyexchange", "keyExchange", "", "Key exchange algorithm.")),
            text("managementevent", "managementEvent", "1.06", "'true' for management events."));

    private static final List<Column> INSIGHT = List.of(
            text("eventversion", "eventVersion", "1.07", "Version of the record format."),
            text("eventtime", "eventTime", "1.07", "When the unusual activity began or ended, UTC, ISO 8601."),
            text("awsregion", "awsRegion", "1.07", "The Region of the activity."),
            text("eventid", "eventID", "1.07", "Identity of the event."),
            text("eventtype", "eventType", "1.07", "AwsCloudTrailInsight."),
            text("recipientaccountid", "recipientAccountId", "1.07", "Account that received this event."),
            text("sharedeventid", "sharedEventID", "1.07", "Joins the start and the end of one insight."),
            text("eventcategory", "eventCategory", "1.07", "Insight."),
            struct(
                    "insightdetails",
                    "insightDetails",
                    "1.07",
                    "What was unusual.",
                    text("state", "state", "", "Start or End."),
                    text("eventsource", "eventSource", "", "The service called."),
                    text("eventname", "eventName", "", "The action called."),
                    text("insighttype", "insightType", "", "ApiCallRateInsight or ApiErrorRateInsight."),
                    text("errorcode", "errorCode", "", "The error whose rate was unusual."),
                    struct(
                            "insightcontext",
                            "insightContext",
                            "",
                            "The figures behind it.",
                            struct(
                                    "statistics",
                                    "statistics",
                                    "",
                                    "Usual and unusual rates.",
                                    struct(
                                            "baseline",
                                            "baseline",
                                            "",
                                            "The usual rate.",
                                            real("average", "average", "Calls or errors a minute.")),
                                    struct(
                                            "insight",
                                            "insight",
                                            "",
                                            "The unusual rate.",
                                            real("average", "average", "Calls or errors a minute.")),
                                    real("insightduration", "insightDuration", "Minutes that it lasted."),
                                    real("baselineduration", "baselineDuration", "Minutes of the baseline.")),
                            array(
                                    "attributions",
                                    "attributions",
                                    "",
                                    "Who and what stood behind the calls.",
                                    text("attribute", "attribute", "", "userIdentityArn, userAgent or errorCode."),
                                    averages("insight"),
                                    averages("baseline")))));

    private static final List<Column> AGGREGATED_RECORD = List.of(
            text("eventversion", "eventVersion", "1.0", "Version of the record format."),
            text("accountid", "accountId", "1.0", "Account that received this event."),
            text("eventid", "eventId", "1.0", "Identity of the event."),
            text("eventcategory", "eventCategory", "1.0", "Aggregated."),
            text("eventtype", "eventType", "1.0", "AwsAggregatedEvent."),
            text("awsregion", "awsRegion", "1.0", "The Region of the data events that it summarizes."),
            text("eventsource", "eventSource", "1.0", "The service, such as s3.amazonaws.com."),
            struct(
                    "timewindow",
                    "timeWindow",
                    "1.0",
                    "The time that the summary covers.",
                    text("windowstart", "windowStart", "", "Its start, inclusive, UTC, as 2026-11-01T10:00:00Z."),
                    text("windowend", "windowEnd", "", "Its end, exclusive, UTC."),
                    text("windowsize", "windowSize", "", "Its length as ISO 8601, such as PT5M.")),
            struct(
                    "summary",
                    "summary",
                    "1.0",
                    "What was counted.",
                    struct("primarydimension", "primaryDimension", "", "What the template counts by.", dimension()),
                    array("details", "details", "", "The same events, counted by other dimensions.", dimension())));

    private static final String TIME = "eventtime";

    private static final String RECIPIENT = "recipientaccountid";

    /** Management and data events. */
    public static final TableDefinition EVENTS =
            new TableDefinition("cloudtrail", LogFolders.of(LogKind.EVENTS), TIME, RECIPIENT, RECORD, PARTITIONS);

    /** Calls through VPC endpoints: the same record. */
    public static final TableDefinition NETWORK_ACTIVITY = new TableDefinition(
            "network_activity", LogFolders.of(LogKind.NETWORK_ACTIVITY), TIME, RECIPIENT, RECORD, PARTITIONS);

    /** Insights events. */
    public static final TableDefinition INSIGHTS =
            new TableDefinition("insights", LogFolders.of(LogKind.INSIGHTS), TIME, RECIPIENT, INSIGHT, PARTITIONS);

    /** Five-minute summaries of data events, which have neither an event time nor a name. */
    public static final TableDefinition AGGREGATED = new TableDefinition(
            "aggregated",
            LogFolders.of(LogKind.AGGREGATED),
            "timewindow.windowstart",
            "accountid",
            AGGREGATED_RECORD,
            PARTITIONS);

    /** Every table there is. */
    public static final List<TableDefinition> ALL = List.of(EVENTS, NETWORK_ACTIVITY, INSIGHTS, AGGREGATED);

    private Tables() {}

    private static Column[] dimension() {
        return new Column[] {
            text("dimension", "dimension", "", "A field of the events, such as eventName or resourceARN."),
            array(
                    "statistics",
                    "statistics",
                    "",
                    "Counts by value.",
                    text("name", "name", "", "The value of the field."),
                    real("value", "value", "How many events had it.")),
            text("aggregationtype", "aggregationType", "", "Count.")
        };
    }

    private static Column averages(String name) {
        return array(
                name,
                name,
                "",
                "Average calls a minute by value.",
                text("value", "value", "", "The value of the attribute."),
                real("average", "average", "Calls or errors a minute."));
    }
}
