package dev.trailwise.sigma;

import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.rule.Correlation;
import java.util.List;
import java.util.stream.Stream;

/**
 * A correlation that can be run.
 *
 * @param name what it is called here; unique
 * @param topic the folder of its file
 * @param file its file, as messages name it
 * @param references the rules and correlations that it refers to, in its order
 */
public record SigmaCorrelation(
        String name, String topic, String file, Correlation correlation, List<Reference> references) {
    public SigmaCorrelation {
        references = List.copyOf(references);
    }

    /** The same as a detection. */
    public SavedQuery detection() {
        return SigmaRule.detection(name, topic, file, correlation.about(), "SELECT * FROM cloudtrail");
    }

    /** The rules that it needs, also those of correlations that it refers to. */
    public Stream<SigmaRule> rules() {
        return references.stream()
                .flatMap(reference -> reference instanceof OfRule of
                        ? Stream.of(of.rule())
                        : ((OfCorrelation) reference).correlation().rules());
    }

    /** The correlations that it refers to, each before those that refer to it, and itself. */
    public Stream<SigmaCorrelation> chain() {
        return Stream.concat(
                references.stream()
                        .filter(OfCorrelation.class::isInstance)
                        .flatMap(of -> ((OfCorrelation) of).correlation().chain()),
                Stream.of(this));
    }

    /** The fields of events that it needs, also those of correlations that it refers to. */
    public Stream<String> fields() {
        return chain().flatMap(part -> Stream.concat(
                part.references.stream()
                        .filter(OfRule.class::isInstance)
                        .flatMap(of -> ((OfRule) of).fields().stream()),
                part.correlation.field().stream()));
    }

    /** What a correlation refers to. */
    public sealed interface Reference {
        /** The id or name that the correlation writes. */
        String name();
    }

    /**
     * A rule.
     *
     * @param fields the fields of its events that the correlation groups by
     */
    public record OfRule(String name, SigmaRule rule, List<String> fields) implements Reference {
        public OfRule {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Another correlation.
     *
     * @param places which of the values that it groups by this correlation groups by
     */
    public record OfCorrelation(String name, SigmaCorrelation correlation, List<Integer> places) implements Reference {
        public OfCorrelation {
            places = List.copyOf(places);
        }
    }
}
