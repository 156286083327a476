package dev.trailwise.sigma;

import dev.trailwise.failure.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** Rules as statements for Athena. */
public final class Conversion {
    private static final String COLUMNS =
            "eventtime, eventsource, eventname, recipientaccountid, awsregion, useridentity.arn,"
                    + " sourceipaddress, useragent, errorcode, requestparameters, responseelements, eventid";

    private Conversion() {}

    /**
     * A statement for each rule, with its author before it.
     *
     * @throws Failure when the name is not one of a table
     */
    public static String sql(List<SigmaRule> rules, String table) {
        if (!table.matches("(\"[^\"]+\"|[A-Za-z0-9_]+)([.](\"[^\"]+\"|[A-Za-z0-9_]+)){0,2}")) {
            throw Failure.usage("'" + table + "' is not the name of a table");
        }
        return rules.stream().map(rule -> statement(rule, table)).collect(Collectors.joining("\n"));
    }

    private static String statement(SigmaRule rule, String table) {
        return comment(rule.rule().title())
                + comment(rule.detection()
                        .detection()
                        .flatMap(found -> found.attribution())
                        .map(Object::toString)
                        .orElse(""))
                + comment("From " + rule.file() + ", level " + rule.rule().level())
                + rule.predicate().notes().stream()
                        .map(note -> comment("Note: " + note))
                        .collect(Collectors.joining())
                + "SELECT " + COLUMNS + "\nFROM " + table + "\nWHERE "
                + rule.predicate().sql() + ";\n";
    }

    /** A line that no text can end. */
    private static String comment(String text) {
        return "-- " + text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ") + "\n";
    }
}
