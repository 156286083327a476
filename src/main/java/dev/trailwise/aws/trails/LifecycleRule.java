package dev.trailwise.aws.trails;

import java.util.Optional;

/**
 * What a lifecycle rule that is on does to objects.
 *
 * @param name its id; empty when it has none
 * @param prefix the key prefix of its objects; empty for all
 * @param partial whether it also has conditions on tags or sizes
 * @param archivedAfter after how many days they have to be restored before Athena reads them
 * @param deletedAfter after how many days they are deleted
 */
public record LifecycleRule(
        String name, String prefix, boolean partial, Optional<Integer> archivedAfter, Optional<Integer> deletedAfter) {
    /** Whether it is about some objects below a key prefix. */
    public boolean touches(String root) {
        return root.startsWith(prefix) || prefix.startsWith(root);
    }
}
