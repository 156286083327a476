package dev.trailwise.sigma.rule;

import java.math.BigDecimal;

/** What a value of a field has to be. */
public sealed interface Test {
    /**
     * Text like this one.
     *
     * @param cased whether upper and lower case differ
     */
    record Text(TextPattern pattern, boolean cased) implements Test {}

    /** Text in which this regular expression of Java and Trino is found. */
    record Regex(String pattern) implements Test {}

    /** An address of this network. */
    record InNetwork(Network network) implements Test {}

    /** A number that compares so. */
    record Compared(Operator operator, BigDecimal number) implements Test {}

    /** A date whose part compares so. */
    record DatePart(DateUnit unit, Operator operator, long number) implements Test {}

    /**
     * Text like that of another field of the event.
     *
     * @param field the other field
     * @param anyStart whether text may come before it
     * @param anyEnd whether text may follow it
     * @param cased whether upper and lower case differ
     */
    record LikeField(String field, boolean anyStart, boolean anyEnd, boolean cased) implements Test {}

    /** Any value but null. */
    record Present() implements Test {}
}
