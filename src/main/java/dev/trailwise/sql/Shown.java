package dev.trailwise.sql;

/** Values of the outermost SELECT whose type only Trino has: as the text that Trino shows. */
final class Shown {
    private Shown() {}

    static Expr asTrino(Expr value) {
        if (value.type() == Type.Simple.INTERVAL_DAY
                || value.type() == Type.Simple.INTERVAL_MONTH
                || value.type() == Type.Simple.IPADDRESS) {
            return Casts.text(value);
        }
        return value;
    }
}
