package dev.trailwise.query;

import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Which events to find, as flags ask for them. Several values of one filter mean any of them; several filters mean all
 * of them; an empty filter takes every event. Texts match whole and whatever their case, but for resources; {@code *}
 * stands for any characters and {@code ?} for one, and a backslash before either makes it a character as any other.
 *
 * @param eventNames names of API actions, such as {@code RunInstances} or {@code Describe*}
 * @param eventSources services, such as {@code iam.amazonaws.com} or {@code iam} for short
 * @param users names of users or roles, or of the sessions of roles, whole or up to an {@code @}; {@code root} too
 * @param principals names as for {@code users}, ARNs of users, roles and sessions, or internal ids
 * @param accessKeys ids of access keys
 * @param addresses IP addresses and networks, such as {@code 198.51.100.7} or {@code 10.0.0.0/8}; or, with a wildcard or
 *     a letter, the name of a service that called, such as {@code *.amazonaws.com}
 * @param resources parts of ARNs, ids or names of resources, found in the event's resources, request and response; here
 *     upper and lower case differ, as they do in names of objects
 * @param userAgents the callers' software, such as {@code *boto3*}
 * @param eventIds ids of events
 * @param outcome how the calls ended
 * @param errors error codes, such as {@code AccessDenied} or {@code *Unauthorized*}; an event with any of them
 * @param access whether the calls read or changed something
 * @param columns what to show, as columns or fields in them such as {@code useridentity.type}; empty for a useful choice
 * @param limit how many events to show at most, the earliest first
 */
public record EventFilter(
        List<String> eventNames,
        List<String> eventSources,
        List<String> users,
        List<String> principals,
        List<String> accessKeys,
        List<String> addresses,
        List<String> resources,
        List<String> userAgents,
        List<String> eventIds,
        Outcome outcome,
        List<String> errors,
        Access access,
        List<String> columns,
        OptionalLong limit) {

    /** How a call ended. */
    public enum Outcome {
        ANY,
        SUCCEEDED,
        FAILED
    }

    /** What a call does, as the service declares it; a call that declares nothing counts as a write. */
    public enum Access {
        ANY,
        READ,
        WRITE
    }

    /** @throws IllegalArgumentException when a value cannot match any event, with a message that shows a good one */
    public EventFilter {
        eventNames = checked(eventNames, "event name", ParameterType.EVENT_NAME);
        eventSources = checked(eventSources, "event source", ParameterType.EVENT_SOURCE).stream()
                .map(EventFilter::source)
                .toList();
        users = checked(users, "user", ParameterType.PRINCIPAL);
        principals = checked(principals, "principal", ParameterType.PRINCIPAL);
        accessKeys = checked(accessKeys, "access key", ParameterType.ACCESS_KEY);
        addresses = addresses.stream().map(EventFilter::address).toList();
        resources = checked(resources, "resource", ParameterType.STRING);
        userAgents = checked(userAgents, "user agent", ParameterType.STRING);
        eventIds = checked(eventIds, "event id", ParameterType.STRING);
        errors = checked(errors, "error", ParameterType.STRING);
        columns = columns.stream().map(SelectedColumn::checked).toList();
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, not " + limit.getAsLong());
        }
    }

    /** A filter that takes every event, to begin with. */
    public static Builder builder() {
        return new Builder();
    }

    /** The question in Athena SQL over the table {@code cloudtrail}, the earliest event first. */
    public SqlText sql() {
        return SqlText.of(new SqlSource("<search>", new EventFilterSql(this).render()));
    }

    private static List<String> checked(List<String> values, String what, ParameterType type) {
        for (String value : values) {
            if (ValueText.printable(value).isBlank()) {
                throw new IllegalArgumentException("an empty " + what + "; write one for example " + type.example());
            }
            if (!Glob.hasWildcard(value) && type != ParameterType.STRING) {
                type.literal(Glob.plain(value), Binding.ANY_TIME);
            }
        }
        return List.copyOf(values);
    }

    private static String source(String value) {
        return Glob.hasWildcard(value) ? value : ValueText.eventSource(value);
    }

    /** Addresses and networks in their one form; whatever cannot be one is the name of a service. */
    private static String address(String value) {
        boolean name = Glob.hasWildcard(value) || (value.matches("[A-Za-z].*") && value.indexOf(':') < 0);
        if (name) {
            return ValueText.printable(value).toLowerCase(Locale.ROOT);
        }
        return value.indexOf('/') < 0 ? IpText.address(value) : IpText.network(value);
    }

    /** Collects the values of flags. */
    public static final class Builder {
        private List<String> eventNames = List.of();
        private List<String> eventSources = List.of();
        private List<String> users = List.of();
        private List<String> principals = List.of();
        private List<String> accessKeys = List.of();
        private List<String> addresses = List.of();
        private List<String> resources = List.of();
        private List<String> userAgents = List.of();
        private List<String> eventIds = List.of();
        private Outcome outcome = Outcome.ANY;
        private List<String> errors = List.of();
        private Access access = Access.ANY;
        private List<String> columns = List.of();
        private OptionalLong limit = OptionalLong.empty();

        private Builder() {}

        public Builder eventNames(List<String> values) {
            eventNames = values;
            return this;
        }

        public Builder eventSources(List<String> values) {
            eventSources = values;
            return this;
        }

        public Builder users(List<String> values) {
            users = values;
            return this;
        }

        public Builder principals(List<String> values) {
            principals = values;
            return this;
        }

        public Builder accessKeys(List<String> values) {
            accessKeys = values;
            return this;
        }

        public Builder addresses(List<String> values) {
            addresses = values;
            return this;
        }

        public Builder resources(List<String> values) {
            resources = values;
            return this;
        }

        public Builder userAgents(List<String> values) {
            userAgents = values;
            return this;
        }

        public Builder eventIds(List<String> values) {
            eventIds = values;
            return this;
        }

        public Builder outcome(Outcome value) {
            outcome = value;
            return this;
        }

        public Builder errors(List<String> values) {
            errors = values;
            return this;
        }

        public Builder access(Access value) {
            access = value;
            return this;
        }

        public Builder columns(List<String> values) {
            columns = values;
            return this;
        }

        public Builder limit(long value) {
            limit = OptionalLong.of(value);
            return this;
        }

        /** @throws IllegalArgumentException when a value cannot match any event, with a message that shows a good one */
        public EventFilter build() {
            return new EventFilter(
                    eventNames,
                    eventSources,
                    users,
                    principals,
                    accessKeys,
                    addresses,
                    resources,
                    userAgents,
                    eventIds,
                    outcome,
                    errors,
                    access,
                    columns,
                    limit);
        }
    }
}
