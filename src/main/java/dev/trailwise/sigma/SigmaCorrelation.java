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
                .flatMap(reference -> reference instanceof Reference.OfRule of
                        ? Stream.of(of.rule())
                        : ((Reference.OfCorrelation) reference).correlation().rules());
    }

    /** The correlations that it refers to, each before those that refer to it, and itself. */
    public Stream<SigmaCorrelation> chain() {
        return Stream.concat(
                references.stream()
                        .filter(Reference.OfCorrelation.class::isInstance)
                        .flatMap(of -> ((Reference.OfCorrelation) of).correlation().chain()),
                Stream.of(this));
    }

    /** The fields of events that it needs, also those of correlations that it refers to. */
    public Stream<String> fields() {
        return chain().flatMap(part -> Stream.concat(
                part.references.stream()
                        .filter(Reference.OfRule.class::isInstance)
                        .flatMap(of -> ((Reference.OfRule) of).fields().stream()),
                part.correlation.field().stream()));
    }
}
