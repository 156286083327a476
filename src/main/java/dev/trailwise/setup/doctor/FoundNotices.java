package dev.trailwise.setup.doctor;

import dev.trailwise.console.NoticeSink;
import dev.trailwise.failure.Notice;
import java.util.ArrayList;
import java.util.List;

/** Collects what a step reports, as a part of what its check found. */
final class FoundNotices implements NoticeSink {
    private final List<Notice> all = new ArrayList<>();
    private boolean warnings;

    @Override
    public void info(Notice notice) {
        all.add(notice);
    }

    @Override
    public void warning(Notice notice) {
        all.add(notice);
        warnings = true;
    }

    List<Notice> all() {
        return List.copyOf(all);
    }

    boolean hasWarnings() {
        return warnings;
    }
}
