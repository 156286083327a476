package dev.trailwise.hunt;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Level;
import java.util.List;
import java.util.Optional;

/**
 * Which detections to run.
 *
 * @param names these alone; empty for all
 * @param topics those of these topics; empty for all
 * @param techniques those of these ATT&amp;CK techniques, with their sub-techniques; empty for all
 * @param least those of at least this level
 */
public record DetectionFilter(List<String> names, List<String> topics, List<String> techniques, Level least) {
    public DetectionFilter {
        names = List.copyOf(names);
        topics = List.copyOf(topics);
        techniques = List.copyOf(techniques);
    }

    /**
     * The detections that it takes, in their order.
     *
     * @throws Failure when it takes none, or names one that is none
     */
    List<SavedQuery> of(List<SavedQuery> queries) {
        List<SavedQuery> detections =
                queries.stream().filter(query -> query.detection().isPresent()).toList();
        check(names, detections.stream().map(SavedQuery::name).toList(), "detection");
        check(topics, detections.stream().map(SavedQuery::topic).distinct().toList(), "topic of detections");
        List<SavedQuery> taken = detections.stream().filter(this::takes).toList();
        if (taken.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "no detection is of this level, topic and technique",
                    Remedy.command(CommandName.QUERIES, "lists what there is"));
        }
        return taken;
    }

    private static void check(List<String> given, List<String> known, String what) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new Failure(
                        ExitCode.USAGE,
                        "unknown " + what + " '" + name + "'" + Suggestions.hint(name, known),
                        Remedy.command(CommandName.QUERIES, "lists what there is"));
            }
        }
    }

    private boolean takes(SavedQuery query) {
        Optional<Level> level = query.detection().map(detection -> detection.level());
        return (names.isEmpty() || names.contains(query.name()))
                && (topics.isEmpty() || topics.contains(query.topic()))
                && (techniques.isEmpty() || techniques.stream().anyMatch(query::hasTechnique))
                && level.filter(of -> of.compareTo(least) >= 0).isPresent();
    }
}
