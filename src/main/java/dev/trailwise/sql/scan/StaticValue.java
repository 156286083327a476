package dev.trailwise.sql.scan;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an expression in one partition before any of its rows is read.
 *
 * @param kind whether its value is known
 * @param value the value when it is: a String, Long, Boolean, LocalDate, LocalDateTime or List; null for NULL
 */
record StaticValue(Kind kind, @Nullable Object value) {
    public enum Kind {
        /** Trino knows the value when it looks for partitions. */
        KNOWN,
        /** It depends on rows: Trino reads the partition to know it. */
        DATA,
        /** It is not evaluated here, and Trino may know it. */
        UNDECIDED
    }

    static final StaticValue DATA = new StaticValue(Kind.DATA, null);
    static final StaticValue UNDECIDED = new StaticValue(Kind.UNDECIDED, null);
    static final StaticValue NULL = new StaticValue(Kind.KNOWN, null);
    private static final StaticValue TRUE = new StaticValue(Kind.KNOWN, true);
    private static final StaticValue FALSE = new StaticValue(Kind.KNOWN, false);

    static StaticValue of(@Nullable Object value) {
        return new StaticValue(Kind.KNOWN, value);
    }

    static StaticValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    boolean isKnown() {
        return kind == Kind.KNOWN;
    }

    boolean isTrue() {
        return isKnown() && Boolean.TRUE.equals(value);
    }

    boolean isFalse() {
        return isKnown() && Boolean.FALSE.equals(value);
    }

    boolean isNull() {
        return isKnown() && value == null;
    }

    /** Whether no row passes a condition of this value. */
    boolean rejects() {
        return isFalse() || isNull();
    }

    /** The value of both operands' kind where one of them is not known: rows decide before anything else does. */
    static StaticValue unknown(Iterable<StaticValue> operands) {
        StaticValue unknown = UNDECIDED;
        for (StaticValue operand : operands) {
            if (operand.kind == Kind.DATA) {
                unknown = DATA;
            }
        }
        return unknown;
    }

    StaticValue and(StaticValue other) {
        if (isFalse() || other.isFalse()) {
            return FALSE;
        }
        if (isTrue()) {
            return other;
        }
        if (other.isTrue()) {
            return this;
        }
        if (isNull() && other.isNull()) {
            return NULL;
        }
        return kind == Kind.DATA && other.kind == Kind.DATA ? DATA : UNDECIDED;
    }

    StaticValue or(StaticValue other) {
        if (isTrue() || other.isTrue()) {
            return TRUE;
        }
        if (isFalse()) {
            return other;
        }
        if (other.isFalse()) {
            return this;
        }
        if (isNull() && other.isNull()) {
            return NULL;
        }
        return kind == Kind.DATA || other.kind == Kind.DATA ? DATA : UNDECIDED;
    }

    StaticValue not() {
        return isKnown() && value instanceof Boolean truth ? of(!truth) : this;
    }
}
