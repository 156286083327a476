package dev.trailwise.sigma;

import dev.trailwise.sigma.rule.Correlation;
import dev.trailwise.sigma.rule.CorrelationType;
import dev.trailwise.sigma.rule.WindowCondition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a correlation does, in words. */
final class CorrelationText {
    private CorrelationText() {}

    /** Such as {@code events of failed_login within 5m for the same sourceIPAddress: >= 10}. */
    static String of(SigmaCorrelation runs) {
        Correlation correlation = runs.correlation();
        String separator = correlation.type() == CorrelationType.TEMPORAL_ORDERED ? ", then " : ", ";
        String rules = runs.references().stream()
                .map(reference -> reference instanceof SigmaCorrelation.OfRule of
                        ? of.rule().name()
                        : ((SigmaCorrelation.OfCorrelation) reference)
                                .correlation()
                                .name())
                .collect(Collectors.joining(separator));
        String groups =
                correlation.groupBy().isEmpty() ? "" : " for the same " + String.join(" and ", correlation.groupBy());
        return what(correlation) + rules + " within " + text(correlation.timespan()) + groups + bounds(correlation);
    }

    private static String what(Correlation correlation) {
        String field = correlation.field().orElse("");
        return switch (correlation.type()) {
            case EVENT_COUNT -> "events of ";
            case VALUE_COUNT -> "different " + field + " of ";
            case VALUE_SUM, VALUE_AVG, VALUE_MEDIAN, VALUE_MIN, VALUE_MAX ->
                correlation.type().toString().replace("value_", "") + " of " + field + " of ";
            case TEMPORAL -> correlation.condition().rules().isPresent() ? "a combination of " : "rules of ";
            case TEMPORAL_ORDERED -> "";
        };
    }

    private static String bounds(Correlation correlation) {
        if (correlation.type() == CorrelationType.TEMPORAL_ORDERED
                || correlation.condition().rules().isPresent()) {
            return "";
        }
        return correlation.condition().bounds().stream()
                .map(bound -> bound.comparison().sql() + " " + bound.number().toPlainString())
                .collect(Collectors.joining(" and ", ": ", ""));
    }

    static String text(Duration timespan) {
        long seconds = timespan.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** What its author may not know. */
    static List<String> notes(Correlation correlation) {
        List<String> notes = new ArrayList<>();
        WindowCondition condition = correlation.condition();
        if (correlation.type() == CorrelationType.EVENT_COUNT || correlation.type() == CorrelationType.VALUE_COUNT) {
            if (condition.holds(BigDecimal.ONE)) {
                notes.add("a single event is enough");
            }
        }
        if (correlation.type() == CorrelationType.TEMPORAL
                && condition.rules().isEmpty()
                && (condition.holds(BigDecimal.ONE) && correlation.rules().size() > 1)) {
            notes.add("one of the rules is enough");
        }
        return notes;
    }
}
