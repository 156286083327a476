package dev.trailwise.aws.trails;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a bucket holds under one root.
 *
 * @param layout where
 * @param logs for each kind, the accounts that have it and their Regions; digests and summaries are listed without
 *     Regions
 */
public record FoundLogs(TrailLayout layout, SortedMap<LogKind, SortedMap<AccountId, SortedSet<Region>>> logs) {
    private static final String AWS_LOGS = "AWSLogs/";

    public FoundLogs {
        logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
    }

    /** The kinds of files that there are. */
    public SortedSet<LogKind> kinds() {
        return new TreeSet<>(logs.keySet());
    }

    /** The accounts that have files of any kind with Regions. */
    public SortedSet<AccountId> accounts() {
        return logs.values().stream()
                .flatMap(accounts -> accounts.entrySet().stream())
                .filter(account -> !account.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The Regions of all accounts. */
    public SortedSet<Region> regions() {
        return logs.values().stream()
                .flatMap(accounts -> accounts.values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The trail's key prefix, without slashes around it; empty when it has none. */
    public String prefix() {
        String above = layout.root().substring(0, layout.root().lastIndexOf(AWS_LOGS));
        return above.isEmpty() ? "" : above.substring(0, above.length() - 1);
    }

    /** The organization, when the root is an organization trail's. */
    public Optional<Organization> organization() {
        String below = layout.root().substring(layout.root().lastIndexOf(AWS_LOGS) + AWS_LOGS.length());
        return below.isEmpty() ? Optional.empty() : Organization.tryParse(below.substring(0, below.length() - 1));
    }
}
