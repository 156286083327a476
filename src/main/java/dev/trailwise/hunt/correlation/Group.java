package dev.trailwise.hunt.correlation;

import dev.trailwise.sigma.rule.Correlation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events that have the values of one group. */
final class Group {
    private final List<String> values;
    private final Correlation correlation;
    private final List<CorrelationFinding> findings;
    private final Window window;
    private long last;
    private @Nullable Episode episode;

    /** @param findings takes what is found in it */
    Group(List<String> values, Correlation correlation, List<CorrelationFinding> findings) {
        this.values = values;
        this.correlation = correlation;
        this.findings = findings;
        this.window = new Window(correlation);
    }

    /** Takes the events of a second; says whether the window that ends with them matches. */
    boolean add(long second, Collection<Entry> latest) {
        last = second;
        Optional<BigDecimal> value = window.moveTo(second, latest);
        if (value.isEmpty()) {
            return false;
        }
        if (episode != null && isPast(episode.last(), second)) {
            close();
        }
        if (episode == null) {
            episode = new Episode(window.entries(), value.get());
        }
        episode.add(window.entries(), value.get(), correlation.condition().isOfMost());
        return true;
    }

    /** Whether no window that ends now reaches back to its last event. */
    boolean isIdle(long second) {
        return isPast(last, second);
    }

    private boolean isPast(long before, long second) {
        return before < second - correlation.timespan().toSeconds();
    }

    void close() {
        if (episode != null) {
            findings.add(episode.finding(values));
            episode = null;
        }
    }
}
