package dev.trailwise.sigma;

import dev.trailwise.failure.Failure;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules as statements for Athena. */
public final class Conversion {
    private static final String COLUMNS =
            "eventtime, eventsource, eventname, recipientaccountid, awsregion, useridentity.arn,"
                    + " sourceipaddress, useragent, errorcode, requestparameters, responseelements, eventid";

    private Conversion() {}

    /**
     * A statement for each rule and correlation, with its author before it; none for rules that only correlations use.
     *
     * @throws Failure when the name is not one of a table
     */
    public static String sql(RuleSet rules, String table) {
        if (!table.matches("(\"[^\"]+\"|[A-Za-z0-9_]+)([.](\"[^\"]+\"|[A-Za-z0-9_]+)){0,2}")) {
            throw Failure.usage("'" + table + "' is not the name of a table");
        }
        return rules.verdicts().stream()
                .flatMap(verdict -> statement(verdict, table).stream())
                .collect(Collectors.joining("\n"));
    }

    /** The correlations that are not one statement, a line each. */
    public static List<String> problems(RuleSet rules) {
        return rules.correlations().stream()
                .filter(correlation -> !CorrelationSql.isStatement(correlation))
                .map(correlation -> correlation.file() + ":"
                        + correlation.correlation().about().line()
                        + ": a correlation of correlations is not one statement; run it as a hunt")
                .toList();
    }

    private static Optional<String> statement(Verdict verdict, String table) {
        if (verdict instanceof Verdict.Runs runs && !runs.silent()) {
            SigmaRule rule = runs.rule();
            return Optional.of(head(
                            rule.rule(),
                            rule.detection(),
                            rule.file(),
                            rule.predicate().notes())
                    + "SELECT " + COLUMNS + "\nFROM " + table + "\nWHERE "
                    + rule.predicate().sql() + ";\n");
        }
        if (verdict instanceof Verdict.Correlates correlates && !correlates.silent()) {
            SigmaCorrelation correlation = correlates.correlation();
            return CorrelationSql.isStatement(correlation)
                    ? Optional.of(head(
                                    correlation.correlation().about(),
                                    correlation.detection(),
                                    correlation.file(),
                                    CorrelationText.notes(correlation.correlation()))
                            + CorrelationSql.of(correlation, table) + ";\n")
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static String head(Rule rule, SavedQuery detection, String file, List<String> notes) {
        return comment(rule.title())
                + comment(detection
                        .detection()
                        .flatMap(found -> found.attribution())
                        .map(Object::toString)
                        .orElse(""))
                + comment("From " + file + ", level " + rule.level())
                + notes.stream().map(note -> comment("Note: " + note)).collect(Collectors.joining());
    }

    /** A line that no text can end. */
    private static String comment(String text) {
        return "-- " + text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ") + "\n";
    }
}
