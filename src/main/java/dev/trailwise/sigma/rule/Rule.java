package dev.trailwise.sigma.rule;

import dev.trailwise.query.detection.Level;
import java.util.List;
import java.util.Optional;

/**
 * A rule for CloudTrail.
 *
 * @param title what it finds
 * @param id its UUID
 * @param name what correlations and filters call it
 * @param author who wrote it
 * @param license the SPDX identifier of its license
 * @param mitre the ATT&amp;CK techniques among its tags
 * @param level how much a finding matters; medium where it does not say
 * @param condition what an event has to be
 * @param notes what its author may not know
 * @param line where it begins in its file
 */
public record Rule(
        String title,
        Optional<String> id,
        Optional<String> name,
        Optional<String> author,
        Optional<String> license,
        String description,
        List<String> mitre,
        Level level,
        List<String> falsePositives,
        Condition condition,
        List<String> notes,
        int line) {
    public Rule {
        mitre = List.copyOf(mitre);
        falsePositives = List.copyOf(falsePositives);
        notes = List.copyOf(notes);
    }

    /** Whether a filter or correlation means it by its id, its name or, as some do, its title. */
    public boolean isCalled(String reference) {
        return id.filter(reference::equalsIgnoreCase).isPresent()
                || name.filter(reference::equals).isPresent()
                || title.equals(reference);
    }

    /** The same for events that are also this. */
    public Rule and(Condition more) {
        return with(license, new Condition.All(List.of(condition, more)));
    }

    /** The same under this license, where it does not say. */
    public Rule licensed(String where) {
        return license.isPresent() ? this : with(Optional.of(where), condition);
    }

    private Rule with(Optional<String> under, Condition what) {
        return new Rule(title, id, name, author, under, description, mitre, level, falsePositives, what, notes, line);
    }
}
