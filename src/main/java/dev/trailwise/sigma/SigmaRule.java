package dev.trailwise.sigma;

import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Attribution;
import dev.trailwise.query.detection.Detection;
import dev.trailwise.sigma.rule.Rule;
import dev.trailwise.sigma.sql.Predicate;
import dev.trailwise.sql.EventPredicate;
import dev.trailwise.sql.text.SqlSource;
import java.util.List;
import java.util.Optional;

/**
 * A rule that can be run.
 *
 * @param name what it is called here; unique
 * @param topic the folder of its file
 * @param file its file, as messages name it
 */
public record SigmaRule(String name, String topic, String file, Rule rule, Predicate predicate) {
    /** The same as a detection. */
    public SavedQuery detection() {
        return detection(name, topic, file, rule, "SELECT * FROM cloudtrail WHERE " + predicate.sql());
    }

    static SavedQuery detection(String name, String topic, String file, Rule rule, String sql) {
        Attribution attribution = new Attribution(
                rule.id().orElse(""), rule.author().orElse(""), rule.license().orElse(""));
        return new SavedQuery(
                name,
                topic,
                rule.title(),
                rule.description(),
                List.of(),
                rule.mitre(),
                Optional.of(
                        new Detection(rule.level(), String.join(" ", rule.falsePositives()), Optional.of(attribution))),
                false,
                new SqlSource(file, sql, rule.line()));
    }

    /** The condition on events. */
    public EventPredicate eventPredicate() {
        return new EventPredicate(predicate.sql(), predicate.eventNames(), true);
    }
}
