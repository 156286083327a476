package dev.trailwise.hunt.correlation;

import dev.trailwise.sigma.SigmaCorrelation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Correlates events that come in the order of time. It keeps those of the last timespan of each correlation. */
public final class Correlator {
    private static final Comparator<CorrelationFinding> BY_TIME = Comparator.comparingLong(CorrelationFinding::first)
            .thenComparingLong(CorrelationFinding::last)
            .thenComparing(finding -> finding.group().toString());

    private final Map<String, Groups> byName = new LinkedHashMap<>();
    private final List<MatchedEvent> latest = new ArrayList<>();
    private long second = Long.MIN_VALUE;

    /** @param correlations with all that they refer to */
    public Correlator(List<SigmaCorrelation> correlations) {
        correlations.stream()
                .flatMap(SigmaCorrelation::chain)
                .forEach(part -> byName.computeIfAbsent(part.name(), name -> new Groups(part)));
    }

    /** Takes an event; false when it is earlier than one before. */
    public boolean add(MatchedEvent event) {
        if (event.second() < second) {
            return false;
        }
        if (event.second() > second) {
            correlate();
            second = event.second();
        }
        latest.add(event);
        return true;
    }

    private void correlate() {
        if (!latest.isEmpty()) {
            Map<String, List<Groups.Match>> matched = new HashMap<>();
            byName.forEach((name, groups) -> matched.put(name, groups.add(second, latest, matched)));
            latest.clear();
        }
    }

    /** There are no more events. */
    public void finish() {
        correlate();
    }

    /** The findings of a correlation, in the order of time. */
    public List<CorrelationFinding> findings(String correlation) {
        return groups(correlation).finish().stream().sorted(BY_TIME).toList();
    }

    /** How many matches of its rules are in no group, because the event lacks a field. */
    public long ungrouped(String correlation) {
        return groups(correlation).ungrouped();
    }

    /** How many matches of its rules were left out because the event is in too many groups. */
    public long tooMany(String correlation) {
        return groups(correlation).tooMany();
    }

    private Groups groups(String correlation) {
        return Objects.requireNonNull(byName.get(correlation), correlation);
    }
}
