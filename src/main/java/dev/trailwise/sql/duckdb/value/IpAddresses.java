package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.scalar.InvalidValue;
import dev.trailwise.sql.scalar.Network;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as 128-bit numbers, an IPv4 address as IPv6 maps it: {@code ::ffff:a.b.c.d}. */
public final class IpAddresses {
    private static final Pattern LITERAL = Pattern.compile("'[0-9a-fA-F:./]+'");

    private IpAddresses() {}

    public static Expr parse(Expr text, boolean tolerant) {
        return Expr.of(
                "CAST(" + Casts.java("ipaddress", tolerant, text.sql()) + " AS UHUGEINT)", Type.Simple.IPADDRESS);
    }

    /** Whether an address is in a network such as {@code 10.0.0.0/8}; one that is written out is two numbers to compare with. */
    public static Expr contains(Expr network, Expr address) {
        return Expr.bool(literal(network.sql())
                .map(range -> "(" + address.sql() + " BETWEEN " + number(range.first()) + " AND " + number(range.last())
                        + ")")
                .orElseGet(() -> JavaCalls.checked(
                        "network_contains", network.sql(), "CAST(" + address.sql() + " AS VARCHAR)")));
    }

    /** Nothing also for one that is not valid: the query fails where it comes to it. */
    private static Optional<Network> literal(String sql) {
        try {
            return LITERAL.matcher(sql).matches()
                    ? Optional.of(Network.parse(sql.substring(1, sql.length() - 1)))
                    : Optional.empty();
        } catch (InvalidValue invalid) {
            return Optional.empty();
        }
    }

    private static String number(BigInteger value) {
        return "CAST('" + value + "' AS UHUGEINT)";
    }

    /** As Trino writes an address. */
    public static String text(String number) {
        return JavaCalls.tolerant("ipaddress_text", "CAST(" + number + " AS VARCHAR)");
    }
}
