package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.function.Type;

/** Addresses as 128-bit numbers, an IPv4 address as IPv6 maps it: {@code ::ffff:a.b.c.d}. */
public final class IpAddresses {
    private IpAddresses() {}

    public static Expr parse(Expr text, boolean tolerant) {
        return Expr.of(
                "CAST(" + Casts.java("ipaddress", tolerant, text.sql()) + " AS UHUGEINT)", Type.Simple.IPADDRESS);
    }

    /** Whether an address is in a network such as {@code 10.0.0.0/8}. */
    public static Expr contains(Expr network, Expr address) {
        return Expr.bool(
                JavaCalls.checked("network_contains", network.sql(), "CAST(" + address.sql() + " AS VARCHAR)"));
    }

    /** As Trino writes an address. */
    public static String text(String number) {
        return JavaCalls.tolerant("ipaddress_text", "CAST(" + number + " AS VARCHAR)");
    }
}
