package dev.trailwise.sql.jsonpath;

/** The condition of a filter. A failure inside of it makes it unknown. */
@FunctionalInterface
interface Condition {
    /** Its truth. */
    enum Truth {
        TRUE,
        FALSE,
        UNKNOWN;

        static Truth of(boolean truth) {
            return truth ? TRUE : FALSE;
        }
    }

    Truth test(Scope scope);

    default Condition and(Condition other) {
        return scope -> {
            Truth left = test(scope);
            Truth right = left == Truth.FALSE ? Truth.FALSE : other.test(scope);
            return right == Truth.FALSE ? right : left == Truth.UNKNOWN ? left : right;
        };
    }

    default Condition or(Condition other) {
        return scope -> {
            Truth left = test(scope);
            Truth right = left == Truth.TRUE ? Truth.TRUE : other.test(scope);
            return right == Truth.TRUE ? right : left == Truth.UNKNOWN ? left : right;
        };
    }

    default Condition not() {
        return scope -> switch (test(scope)) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    default Condition isUnknown() {
        return scope -> Truth.of(test(scope) == Truth.UNKNOWN);
    }
}
