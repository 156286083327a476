package dev.trailwise.console;

import dev.trailwise.failure.Notice;

/** Takes notices: {@link Messages} shows them to the person, a check collects them as its findings. */
public interface NoticeSink {
    /** Something worth knowing. */
    void info(Notice notice);

    /** Something that makes the result less than it seems. */
    void warning(Notice notice);
}
