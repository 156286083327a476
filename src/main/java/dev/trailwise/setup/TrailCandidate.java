package dev.trailwise.setup;

import dev.trailwise.aws.trails.FoundLogs;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.AccountNames;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Organization;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Logs that the settings could be about.
 *
 * @param bucket where
 * @param logs what is there
 */
public record TrailCandidate(String bucket, FoundLogs logs) {
    private static final int SHOWN = 6;

    /** Whether these are account folders beside those of the other's organization, which its settings have as well. */
    boolean liesBeside(TrailCandidate other) {
        return logs.organization().isEmpty()
                && other.logs.organization().isPresent()
                && bucket.equals(other.bucket)
                && logs.prefix().equals(other.logs.prefix());
    }

    /** The place as a URL, safe to show. */
    String place() {
        return Sanitizer.text("s3://" + bucket + "/" + logs.layout().root());
    }

    /** The command that writes settings for it. */
    Remedy init(String effect, Remedy.Argument... more) {
        List<Remedy.Argument> arguments = new ArrayList<>(List.of(
                new Remedy.Argument(FlagName.BUCKET, bucket),
                new Remedy.Argument(FlagName.PREFIX, Optional.of(logs.prefix())),
                new Remedy.Argument(
                        FlagName.ORGANIZATION,
                        logs.organization().map(Organization::id).orElse("none"))));
        arguments.addAll(List.of(more));
        return new Remedy.Command(CommandName.INIT, arguments, effect);
    }

    /** In one line. */
    String summary() {
        return place() + "  " + counts();
    }

    /** How many accounts and Regions there are. */
    String counts() {
        return count(logs.accounts(), "account") + ", " + count(logs.regions(), "Region");
    }

    /** What is there, a line for each fact. */
    public String details(AccountNames names) {
        return "  logs      " + place() + "\n  accounts  "
                + named(logs.accounts().stream().map(names::label).toList()) + "\n  Regions   "
                + named(logs.regions()) + "\n  kinds     "
                + logs.kinds().stream().map(LogKind::folder).collect(Collectors.joining(", "));
    }

    /** The same in a line, of logs that lie beside others. */
    public String beside() {
        return "  beside    " + summary();
    }

    private static String count(Collection<?> things, String word) {
        return things.size() + " " + word + (things.size() == 1 ? "" : "s");
    }

    private static String named(Collection<?> things) {
        String more = things.size() > SHOWN ? ", …" : "";
        return things.size() + ": "
                + things.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "))
                + more;
    }
}
