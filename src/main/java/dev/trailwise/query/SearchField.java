package dev.trailwise.query;

import static dev.trailwise.query.SearchConditions.access;
import static dev.trailwise.query.SearchConditions.any;
import static dev.trailwise.query.SearchConditions.person;
import static dev.trailwise.query.SearchConditions.text;

import java.util.List;
import java.util.Locale;
import org.jooq.Condition;

/**
 * What a search looks for, one constant a flag. Several values of one field mean any of them; several fields mean all of
 * them. Texts match whole and whatever their case, but for resources; {@code *} stands for any characters and {@code ?}
 * for one, and a backslash before either makes it a character as any other.
 */
public enum SearchField {
    EVENT_NAME("event name", "NAME", "API actions: RunInstances, 'Describe*'.", ParameterType.EVENT_NAME),
    EVENT_SOURCE("event source", "NAME", "Services: iam, s3.amazonaws.com.", ParameterType.EVENT_SOURCE),
    USER("user", "NAME", "Users, roles, or sessions of roles, by name.", ParameterType.PRINCIPAL),
    PRINCIPAL("principal", "ARN", "Users, roles or sessions, by name, ARN or id.", ParameterType.PRINCIPAL),
    ACCESS_KEY("access key", "KEY", "Access keys: AKIA… or ASIA….", ParameterType.ACCESS_KEY),
    IP("address", "IP", "Addresses or networks of callers, or services' names.", ParameterType.CIDR),
    RESOURCE(
            "resource",
            "TEXT",
            "Part of an ARN, id or name, in the event's resources, request or response. Case counts.",
            ParameterType.STRING),
    USER_AGENT("user agent", "TEXT", "Callers' software: '*boto3*'.", ParameterType.STRING),
    EVENT_ID("event id", "ID", "Events by id.", ParameterType.STRING),
    ERROR(
            "error",
            "CODE",
            "Failed calls with these error codes: AccessDenied, '*Unauthorized*', any; or none, for success.",
            ParameterType.STRING),
    READ_ONLY("", "", "Only calls that change nothing.", ParameterType.BOOLEAN),
    WRITE_ONLY("", "", "Only calls that may change something.", ParameterType.BOOLEAN);

    private final String title;
    private final String label;
    private final String help;
    private final ParameterType type;

    SearchField(String title, String label, String help, ParameterType type) {
        this.title = title;
        this.label = label;
        this.help = help;
        this.type = type;
    }

    /** As it is typed: {@code --event-name}. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The placeholder of its value in the help; empty for a flag without a value. */
    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /** Whether a comma separates values; the names of software may contain one. */
    public boolean commas() {
        return this != USER_AGENT;
    }

    /**
     * A value in its one form.
     *
     * @throws IllegalArgumentException when it cannot match any event, with a message that shows one that can
     */
    String checked(String value) {
        if (type == ParameterType.BOOLEAN) {
            return value;
        }
        if (this == IP) {
            return address(value);
        }
        if (ValueText.printable(value).isBlank()) {
            throw new IllegalArgumentException("an empty " + title + "; write one for example " + type.example());
        }
        boolean wildcard = Glob.hasWildcard(value);
        if (!wildcard && type != ParameterType.STRING) {
            type.literal(Glob.plain(value), Binding.ANY_TIME);
        }
        return this == EVENT_SOURCE && !wildcard ? ValueText.eventSource(value) : value;
    }

    /** Addresses and networks in their one form; whatever cannot be one is the name of a service. */
    private static String address(String value) {
        boolean name = Glob.hasWildcard(value) || (value.matches("[A-Za-z].*") && value.indexOf(':') < 0);
        if (name) {
            return ValueText.printable(value).toLowerCase(Locale.ROOT);
        }
        return value.indexOf('/') < 0 ? IpText.address(value) : IpText.network(value);
    }

    /** The event names among some values, those that are whole names. */
    public static List<String> names(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(name -> name.matches("[A-Za-z0-9_.-]+"))
                .toList();
    }

    /** The condition that an event has one of these values, which are checked. */
    Condition condition(List<String> values) {
        return switch (this) {
            case EVENT_NAME -> any(values, text("eventname"));
            case EVENT_SOURCE -> any(values, text("eventsource"));
            case USER -> any(values, person(false));
            case PRINCIPAL -> any(values, person(true));
            case ACCESS_KEY -> any(values, text("useridentity.accesskeyid"));
            case IP -> SearchConditions.address(values);
            case RESOURCE -> SearchConditions.resource(values);
            case USER_AGENT -> any(values, text("useragent"));
            case EVENT_ID -> any(values, text("eventid"));
            case ERROR -> SearchConditions.outcome(values);
            case READ_ONLY -> access(true);
            case WRITE_ONLY -> access(false);
        };
    }
}
