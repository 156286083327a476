package dev.trailwise.aws.trails;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition of an advanced event selector.
 *
 * @param field a field of the events, for example {@code resources.type}
 * @param operator how it is compared
 * @param values what it is compared with
 */
public record FieldCondition(String field, Operator operator, List<String> values) {
    public FieldCondition {
        values = List.copyOf(values);
    }

    /** How a field is compared. */
    public enum Operator {
        EQUALS("Equals", "is"),
        STARTS_WITH("StartsWith", "starts with"),
        ENDS_WITH("EndsWith", "ends with"),
        NOT_EQUALS("NotEquals", "is not"),
        NOT_STARTS_WITH("NotStartsWith", "does not start with"),
        NOT_ENDS_WITH("NotEndsWith", "does not end with");

        private final String api;
        private final String text;

        Operator(String api, String text) {
            this.api = api;
            this.text = text;
        }

        /** Its name in CloudTrail's API. */
        public String api() {
            return api;
        }
    }

    /** A field that has one value. */
    public static FieldCondition of(String field, String value) {
        return new FieldCondition(field, Operator.EQUALS, List.of(value));
    }

    /** For people: {@code resources.ARN starts with arn:aws:s3:::my-bucket/}. */
    public String text() {
        return field + " " + operator.text + " " + values.stream().collect(Collectors.joining(" or "));
    }
}
