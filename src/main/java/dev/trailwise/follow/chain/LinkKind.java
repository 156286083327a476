package dev.trailwise.follow.chain;

import dev.trailwise.sql.text.SqlLiteral;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The events that link one credential to another, and where each names the other one. The only list of them. */
@SuppressWarnings("ImmutableEnumChecker") // List.of() is
public enum LinkKind {
    ACCESS_KEY(Makes.KEY, "iam", "responseelements", "$.accessKey.accessKeyId", "CreateAccessKey"),
    ROLE_SESSION(
            Makes.KEY,
            "sts",
            "responseelements",
            "$.credentials.accessKeyId",
            "AssumeRole",
            "AssumeRoleWithSAML",
            "AssumeRoleWithWebIdentity",
            "AssumeRoot"),
    TOKEN(Makes.KEY, "sts", "responseelements", "$.credentials.accessKeyId", "GetSessionToken", "GetFederationToken"),
    IDENTITY_POOL(
            Makes.KEY,
            "cognito-identity",
            "responseelements",
            "$.credentials.accessKeyId",
            "GetCredentialsForIdentity"),
    ROLES_ANYWHERE(
            Makes.KEY,
            "rolesanywhere",
            "responseelements",
            "$.credentialSet[0].credentials.accessKeyId",
            "CreateSession"),
    USER(
            Makes.USER,
            "iam",
            "requestparameters",
            "$.userName",
            "CreateUser",
            "CreateLoginProfile",
            "UpdateLoginProfile"),
    INSTANCE(Makes.SESSION, "ec2", "responseelements", "$.instancesSet.items[*].instanceId", "RunInstances"),
    INSTANCE_SHELL(Makes.SESSION, "ssm", "requestparameters", "$.target", "StartSession"),
    INSTANCE_LOGIN(
            Makes.SESSION,
            "ec2-instance-connect",
            "requestparameters",
            "$.instanceId",
            "SendSSHPublicKey",
            "SendSerialConsoleSSHPublicKey"),
    FUNCTION(
            Makes.SESSION,
            "lambda",
            "requestparameters",
            "$.functionName",
            "CreateFunction20150331",
            "UpdateFunctionCode20150331v2"),
    CONSOLE(
            Makes.SIGN_IN,
            "signin",
            "useridentity",
            "",
            "ConsoleLogin",
            "GetSigninToken",
            "AuthorizeOAuth2Access",
            "CreateOAuth2Token",
            "CreateOAuth2TokenWithIAM"),
    SWITCHED_ROLE(Makes.SWITCH, "signin", "additionaleventdata", "$.SwitchFrom", "SwitchRole");

    private final Makes makes;
    private final String service;
    private final String column;
    private final String path;
    private final List<String> eventNames;

    LinkKind(Makes makes, String service, String column, String path, String... eventNames) {
        this.makes = makes;
        this.service = service;
        this.column = column;
        this.path = path;
        this.eventNames = List.of(eventNames);
    }

    public Makes makes() {
        return makes;
    }

    /** The service, without its domain. */
    public String service() {
        return service;
    }

    public List<String> eventNames() {
        return eventNames;
    }

    /** Where the event names the other credential: {@code responseelements $.credentials.accessKeyId}. */
    public String field() {
        return (column + " " + path).strip();
    }

    /** The expression for what an event of any such kind names, NULL for other events and for calls that failed. */
    static String sql(Makes makes) {
        return Arrays.stream(values())
                .filter(kind -> kind.makes == makes)
                .map(kind -> "WHEN " + kind.condition() + " THEN " + kind.value())
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    /** Whether an event is any of them; each is a row of its own. */
    static String any() {
        return Arrays.stream(values()).map(LinkKind::condition).collect(Collectors.joining(" OR "));
    }

    private String condition() {
        String failed = this == CONSOLE ? " AND nullif(errormessage, '') IS NULL" : "";
        return "(eventsource = " + SqlLiteral.text(service + ".amazonaws.com") + " AND eventname IN ("
                + eventNames.stream().map(SqlLiteral::text).collect(Collectors.joining(", "))
                + ") AND nullif(errorcode, '') IS NULL" + failed + ")";
    }

    private String value() {
        return switch (this) {
            case CONSOLE -> "'true'";
            // A list has no single text; a quote within a value is escaped and so does not match.
            case INSTANCE ->
                "array_join(array_sort(array_distinct(regexp_extract_all(responseelements,"
                        + " '\"instanceId\":\"(i-[0-9a-f]+)\"', 1))), ',')";
            case FUNCTION -> "regexp_extract(json_extract_scalar(requestparameters, '$.functionName'), '[^:]+$')";
            default -> "json_extract_scalar(" + column + ", " + SqlLiteral.text(path) + ")";
        };
    }
}
