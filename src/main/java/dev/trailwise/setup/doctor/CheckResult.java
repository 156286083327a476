package dev.trailwise.setup.doctor;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import java.util.List;

/**
 * What a check found.
 *
 * @param notice what was found, and what can be done about it; safe to show
 * @param exit the exit code where it failed
 */
record CheckResult(Status status, Notice notice, ExitCode exit) {
    /** All is as it should be. */
    static CheckResult ok(String found) {
        return new CheckResult(Status.OK, new Notice(found), ExitCode.SUCCESS);
    }

    /** Queries work, but less well than they could. */
    static CheckResult warning(String found, Remedy... remedies) {
        return warning(new Notice(found, remedies));
    }

    /** The same. */
    static CheckResult warning(Notice notice) {
        return new CheckResult(Status.WARNING, notice, ExitCode.SUCCESS);
    }

    /** Queries do not work. */
    static CheckResult failed(Failure failure) {
        return new CheckResult(Status.FAILED, failure.notice(), failure.exitCode());
    }

    /** The check was not made. */
    static CheckResult notChecked(String why, Remedy... remedies) {
        return new CheckResult(Status.NOT_CHECKED, new Notice(why, remedies), ExitCode.SUCCESS);
    }

    /** An OK with what is worth knowing beside it; a warning where there is a warning. */
    static CheckResult of(String found, FoundNotices notices) {
        List<Notice> all = notices.all();
        Notice notice = new Notice(found);
        for (Notice more : all) {
            notice = notice.and("\n" + more.text(), more.remedies().toArray(Remedy[]::new));
        }
        return notices.hasWarnings() ? warning(notice) : new CheckResult(Status.OK, notice, ExitCode.SUCCESS);
    }
}
