package dev.trailwise.sql;

/** Addresses as 128-bit numbers, an IPv4 address as IPv6 maps it: {@code ::ffff:a.b.c.d}. */
final class IpAddresses {
    private static final String IPV4 =
            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])([.](25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}";
    private static final String IPV6 = "[0-9a-fA-F:]*:[0-9a-fA-F:]*";
    private static final String MAPPED = "281470681743360";

    private IpAddresses() {}

    static Expr parse(Expr text, boolean tolerant) {
        return Expr.of(number(text.sql(), tolerant), Type.Simple.IPADDRESS);
    }

    private static String number(String text, boolean tolerant) {
        String v6 = "TRY(" + six(text) + ")";
        String otherwise = tolerant
                ? ""
                : " WHEN " + text + " IS NOT NULL THEN CAST('not an ipaddress: ' || " + text + " AS UHUGEINT)";
        return "(CASE WHEN regexp_full_match(" + text + ", '(::[fF]{4}:)?" + IPV4 + "') THEN CAST(" + MAPPED + " + "
                + four(text) + " AS UHUGEINT) WHEN regexp_full_match(" + text + ", '" + IPV6 + "') AND " + v6
                + " IS NOT NULL THEN " + v6 + otherwise + " END)";
    }

    /**
     * It must not fail for a text that is none: where texts repeat, as in the store, DuckDB makes a list of each different
     * one, whichever rows the CASE around it has chosen.
     */
    private static String four(String text) {
        return "list_reduce(list_transform(string_split(regexp_extract(" + text
                + ", '[0-9.]+$'), '.'), lambda p: TRY_CAST(p AS BIGINT)), lambda a, b: a * 256 + b)";
    }

    /** Eight groups of sixteen bits; {@code ::} stands for as many zero groups as are missing. */
    private static String six(String text) {
        String left = "list_filter(string_split(split_part(" + text + ", '::', 1), ':'), lambda g: g <> '')";
        String right = "list_filter(string_split(split_part(" + text + ", '::', 2), ':'), lambda g: g <> '')";
        String zeros = "list_transform(range(8 - len(" + left + ") - len(" + right + ")), lambda z: '0')";
        String groups = "list_concat(" + left + ", " + zeros + ", " + right + ")";
        return "list_reduce(list_transform(" + groups + ", lambda g: CAST(CAST('0x' || g AS INTEGER) AS UHUGEINT)), "
                + "lambda a, b: a * 65536 + b)";
    }

    /** Whether an address lies in a network such as {@code 10.0.0.0/8}. */
    static Expr contains(Expr network, Expr address) {
        String prefix = number("split_part(" + network.sql() + ", '/', 1)", false);
        String bits = "CAST(split_part(" + network.sql() + ", '/', 2) AS INTEGER)";
        String free = "(CASE WHEN contains(" + network.sql() + ", ':') THEN 128 ELSE 32 END - " + bits + ")";
        return Expressions.bool("((" + address.sql() + " >> CAST(" + free + " AS UHUGEINT)) = (" + prefix + " >> CAST("
                + free + " AS UHUGEINT)))");
    }

    /** As Trino writes an address. */
    static String text(String number) {
        String four = "TRY(array_to_string(list_transform([24, 16, 8, 0], lambda s: (CAST(" + number + " - " + MAPPED
                + " AS BIGINT) >> s) & 255), '.'))";
        String six = "array_to_string(list_transform([112, 96, 80, 64, 48, 32, 16, 0], lambda s: lower(to_hex(CAST(("
                + number + " >> CAST(s AS UHUGEINT)) % 65536 AS BIGINT)))), ':')";
        return "(CASE WHEN " + number + " // 4294967296 = 65535 THEN " + four + " WHEN " + number
                + " IS NOT NULL THEN list_transform([" + six + "], lambda t: " + shortened() + ")[1] END)";
    }

    /** The first of the longest runs of zero groups becomes {@code ::}. */
    private static String shortened() {
        StringBuilder cases = new StringBuilder("CASE");
        for (int more = 7; more >= 1; more--) {
            String run = "'(^|:)0(:0){" + more + "}(:|$)'";
            cases.append(" WHEN regexp_matches(t, ")
                    .append(run)
                    .append(") THEN regexp_replace(t, ")
                    .append(run)
                    .append(", '::')");
        }
        return cases.append(" ELSE t END").toString();
    }
}
