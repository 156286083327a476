package dev.trailwise.hunt.correlation;

import dev.trailwise.sigma.SigmaCorrelation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of a correlation. Those whose windows are past are forgotten. */
final class Groups {
    /** A window that matched: the values of its group, and the events of the second that it ends with. */
    record Match(List<String> group, Collection<String> ids) {}

    private final SigmaCorrelation correlation;
    private final List<CorrelationFinding> findings = new ArrayList<>();
    private final Map<List<String>, Group> groups = new LinkedHashMap<>(16, 0.75f, true);
    private long tooMany;
    private long ungrouped;

    Groups(SigmaCorrelation correlation) {
        this.correlation = correlation;
    }

    /**
     * Takes the events of a second.
     *
     * @param inner what the correlations that this one refers to matched in that second, by their names
     */
    List<Match> add(long second, Collection<MatchedEvent> events, Map<String, List<Match>> inner) {
        Map<List<String>, Map<String, Entry>> latest = new LinkedHashMap<>();
        List<SigmaCorrelation.Reference> references = correlation.references();
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i) instanceof SigmaCorrelation.OfRule of) {
                addEvents(latest, second, events, of, i);
            } else {
                addMatches(latest, second, inner, (SigmaCorrelation.OfCorrelation) references.get(i), i);
            }
        }
        List<Match> matched = new ArrayList<>();
        latest.forEach((values, entries) -> {
            entries.values().removeIf(entry -> !Window.takes(correlation.correlation(), entry));
            if (!entries.isEmpty()
                    && groups.computeIfAbsent(values, group -> new Group(group, correlation.correlation(), findings))
                            .add(second, entries.values())) {
                matched.add(new Match(values, List.copyOf(entries.keySet())));
            }
        });
        forget(second);
        return matched;
    }

    private void addEvents(
            Map<List<String>, Map<String, Entry>> latest,
            long second,
            Collection<MatchedEvent> events,
            SigmaCorrelation.OfRule of,
            int rule) {
        for (MatchedEvent event : events) {
            if (!event.rules().contains(of.rule().name())) {
                continue;
            }
            List<List<String>> keys = GroupKeys.of(event, of.fields());
            if (keys.isEmpty()) {
                boolean many = GroupKeys.areTooMany(event, of.fields());
                tooMany += many ? 1 : 0;
                ungrouped += many ? 0 : 1;
            }
            for (List<String> key : keys) {
                Entry entry = entry(latest, key, second, event.id());
                entry.rules.set(rule);
                correlation.correlation().field().ifPresent(field -> entry.values.addAll(event.texts(field)));
            }
        }
    }

    private static void addMatches(
            Map<List<String>, Map<String, Entry>> latest,
            long second,
            Map<String, List<Match>> inner,
            SigmaCorrelation.OfCorrelation of,
            int rule) {
        for (Match match : inner.getOrDefault(of.correlation().name(), List.of())) {
            List<String> key = of.places().stream().map(match.group()::get).toList();
            match.ids().forEach(id -> entry(latest, key, second, id).rules.set(rule));
        }
    }

    private static Entry entry(Map<List<String>, Map<String, Entry>> latest, List<String> key, long second, String id) {
        return latest.computeIfAbsent(key, values -> new LinkedHashMap<>())
                .computeIfAbsent(id, event -> new Entry(second, event));
    }

    /** The groups that took events least recently are first. */
    private void forget(long second) {
        Iterator<Group> oldest = groups.values().iterator();
        while (oldest.hasNext()) {
            Group group = oldest.next();
            if (!group.isIdle(second)) {
                return;
            }
            group.close();
            oldest.remove();
        }
    }

    /** There are no more events. */
    List<CorrelationFinding> finish() {
        groups.values().forEach(Group::close);
        groups.clear();
        return findings;
    }

    /** How many matches were left out because the event is in too many groups. */
    long tooMany() {
        return tooMany;
    }

    /** How many matches are in no group, because the event lacks a field. */
    long ungrouped() {
        return ungrouped;
    }
}
