package dev.trailwise.sigma.rule;

/** How numbers are compared. */
public enum Operator {
    EQ("="),
    LT("<"),
    LTE("<="),
    GT(">"),
    GTE(">=");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    /** The same in SQL. */
    public String sql() {
        return sql;
    }
}
