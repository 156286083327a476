package dev.trailwise.follow.chain;

/** What can be asked, and the condition on events for it; {@code %s} is the list of literals. */
public enum AskKind {
    KEY_USES("uses of keys", "accesskeyid IN (%s)"),
    KEY_ORIGIN("origin of keys", LinkKind.sql(Makes.KEY) + " IN (%s)"),
    USER_USES("calls of users", "principal_type = 'user' AND source_account || ':' || useridentity.username IN (%s)"),
    USER_ORIGIN("origin of users", "source_account || ':' || " + LinkKind.sql(Makes.USER) + " IN (%s)"),
    SESSION_USES("calls of instances and functions", "source_account || ':' || session_name IN (%s)"),
    SESSION_ORIGIN(
            "origin of instances and functions",
            "any_match(split(" + LinkKind.sql(Makes.SESSION) + ", ','), s -> source_account || ':' || s IN (%s))"),
    PRINCIPAL_USES("calls of principals", "(principal IN (%s) OR issuer IN (%<s))"),
    SIGN_INS("sign-ins", "eventsource = 'signin.amazonaws.com' AND principal IN (%s)"),
    SWITCHES("switched roles", LinkKind.sql(Makes.SWITCH) + " IN (%s)"),
    SHARED("copies in other accounts", "sharedeventid IN (%s)"),
    ADDRESS("calls from addresses", "sourceipaddress IN (%s)"),
    EVENT("events", "eventid IN (%s)"),
    NAME(
            "calls under names",
            "(lower(useridentity.username) IN (%s) OR lower(session_name) IN (%<s)"
                    + " OR lower(useridentity.sessioncontext.sourceidentity) IN (%<s))");

    private final String label;
    private final String condition;

    AskKind(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /** In a few words, for progress. */
    public String label() {
        return label;
    }

    String condition() {
        return condition;
    }
}
