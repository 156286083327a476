package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.AtTimeZoneContext;
import io.trino.grammar.sql.SqlBaseParser.BasicStringLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.TimeZoneStringContext;
import java.util.Locale;
import java.util.Set;

/** Time zones: DuckDB keeps the instant only, so all is in UTC, the zone that CloudTrail writes. */
final class Zones {
    private static final Set<String> UTC = Set.of("utc", "z", "gmt", "+00:00", "+00", "-00:00", "etc/utc");

    private Zones() {}

    static boolean isUtc(String zone) {
        return UTC.contains(zone.toLowerCase(Locale.ROOT));
    }

    static Expr at(Expressions expressions, AtTimeZoneContext at) {
        boolean utc = at.timeZoneSpecifier() instanceof TimeZoneStringContext zone
                && zone.string() instanceof BasicStringLiteralContext name
                && isUtc(name.getText().replace("'", ""));
        if (!utc) {
            throw expressions.translation().unsupported(at.timeZoneSpecifier(), "AT TIME ZONE other than 'UTC'");
        }
        Expr value = expressions.of(at.valueExpression());
        return expressions.as(at.valueExpression(), value, Type.Simple.TIMESTAMP_TZ);
    }
}
