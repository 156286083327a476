package dev.trailwise.hunt;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.Parameter;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.SigmaRule;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.EventPredicate;
import dev.trailwise.sql.SqlText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How detections are run: those that pick events in as few statements as their texts fit in, the others each in its own.
 *
 * @param fused the statements that pick events, each a scan
 * @param others the queries that count or compare events, each a scan of its own
 * @param correlations what is computed of the events of the first of the fused statements
 */
public record HuntPlan(List<FusedStatement> fused, Map<SavedQuery, SqlText> others, CorrelationPlan correlations) {
    /**
     * A plan.
     *
     * @param arguments {@code key=value}; each goes to every detection that has such a parameter
     * @throws Failure when no detection has a parameter of that name, or a detection needs one that is not given
     */
    public static HuntPlan of(List<SavedQuery> detections, List<String> arguments, Clock clock) {
        check(detections, arguments);
        Map<SavedQuery, EventPredicate> predicates = new LinkedHashMap<>();
        Map<SavedQuery, SqlText> others = new LinkedHashMap<>();
        for (SavedQuery detection : detections) {
            SqlText bound = detection.bind(arguments(detection, arguments), clock);
            Optional<EventPredicate> predicate = EventPredicate.of(AthenaSql.parse(bound));
            predicate.ifPresentOrElse(picks -> predicates.put(detection, picks), () -> others.put(detection, bound));
        }
        return new HuntPlan(FusedStatement.of(predicates), others, CorrelationPlan.NONE);
    }

    /**
     * A plan for Sigma rules.
     *
     * @throws Failure when arguments are given, which rules do not take
     */
    public static HuntPlan ofRules(List<SigmaRule> rules, List<String> arguments) {
        return ofRules(rules, CorrelationPlan.NONE, arguments);
    }

    /** The same with correlations. The rules that they need are in the first statement. */
    public static HuntPlan ofRules(List<SigmaRule> rules, CorrelationPlan correlations, List<String> arguments) {
        check(List.of(), arguments);
        Map<SavedQuery, EventPredicate> predicates = new LinkedHashMap<>();
        correlations.rules().forEach(rule -> predicates.put(rule.detection(), rule.eventPredicate()));
        rules.forEach(rule -> predicates.put(rule.detection(), rule.eventPredicate()));
        List<FusedStatement> fused = FusedStatement.of(predicates, correlations.fields());
        correlations.check(fused);
        return new HuntPlan(fused, Map.of(), correlations);
    }

    /** The same for a summary, which shows no events. */
    HuntPlan summarized() {
        return new HuntPlan(fused.stream().map(FusedStatement::summarized).toList(), others, correlations);
    }

    private static List<String> arguments(SavedQuery detection, List<String> all) {
        return all.stream()
                .filter(argument -> names(detection).contains(key(argument)))
                .toList();
    }

    private static List<String> names(SavedQuery detection) {
        return detection.parameters().stream().map(Parameter::name).toList();
    }

    private static String key(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    private static void check(List<SavedQuery> detections, List<String> arguments) {
        List<String> problems = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.indexOf('=') < 0) {
                problems.add("not key=value: '" + argument + "'");
            } else if (detections.stream()
                    .noneMatch(detection -> names(detection).contains(key(argument)))) {
                problems.add("none of these detections has a parameter '" + key(argument) + "'");
            }
        }
        if (!problems.isEmpty()) {
            throw new Failure(ExitCode.USAGE, String.join("\n", problems));
        }
    }
}
