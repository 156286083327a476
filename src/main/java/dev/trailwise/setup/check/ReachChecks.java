package dev.trailwise.setup.check;

import dev.trailwise.aws.trails.TrailConfiguration;
import dev.trailwise.trail.Region;
import java.util.List;

/** Which Regions and accounts a trail records. */
final class ReachChecks {
    private static final String REGIONS_MATTER =
            "attackers use Regions that nobody looks at; new Regions are added by AWS";
    private static final String GLOBAL_MATTERS =
            "IAM, STS, CloudFront and root sign-in events are global; most are recorded in us-east-1";
    private static final String ORGANIZATION_MATTERS =
            "an organization trail also records accounts that are created later, and members cannot stop it";

    private final List<TrailConfiguration> all;

    /** @param all all trails of the account: what one records, another need not */
    ReachChecks(List<TrailConfiguration> all) {
        this.all = all;
    }

    List<Finding> of(TrailConfiguration trail) {
        return List.of(regions(trail), global(trail), organization(trail));
    }

    private Finding regions(TrailConfiguration trail) {
        if (trail.multiRegion()) {
            return Finding.ok(trail.name(), "Regions", "all", REGIONS_MATTER);
        }
        return all.stream()
                .filter(TrailConfiguration::multiRegion)
                .findFirst()
                .map(other -> finding(
                        trail,
                        "Regions",
                        Level.NOTE,
                        "only " + trail.home() + "; trail " + other.name() + " covers all Regions"))
                .orElseGet(() -> finding(trail, "Regions", Level.WARNING, "only " + trail.home()));
    }

    private Finding global(TrailConfiguration trail) {
        boolean other = all.stream()
                .anyMatch(candidate -> candidate.multiRegion() && candidate.globalEvents() && !candidate.equals(trail));
        Level level = other ? Level.NOTE : Level.WARNING;
        if (!trail.globalEvents()) {
            return Finding.of(
                    trail.name(),
                    "global service events",
                    level,
                    "not recorded",
                    GLOBAL_MATTERS,
                    new TrailChange(trail)
                            .switchOn(
                                    "include-global-service-events",
                                    "include_global_service_events",
                                    "IncludeGlobalServiceEvents"));
        }
        boolean elsewhere = !trail.multiRegion()
                && trail.arn().startsWith("arn:aws:")
                && !trail.home().equals(Region.US_EAST_1);
        return elsewhere
                ? finding(
                        trail,
                        "global service events",
                        level,
                        "only those of " + trail.home() + ": since 2021-11 they are recorded in us-east-1")
                : Finding.ok(trail.name(), "global service events", "recorded", GLOBAL_MATTERS);
    }

    private static Finding finding(TrailConfiguration trail, String check, Level level, String found) {
        return Finding.of(
                trail.name(),
                check,
                level,
                found,
                check.equals("Regions") ? REGIONS_MATTER : GLOBAL_MATTERS,
                new TrailChange(trail)
                        .switchOn("is-multi-region-trail", "is_multi_region_trail", "IsMultiRegionTrail"));
    }

    private static Finding organization(TrailConfiguration trail) {
        return trail.organizationTrail()
                ? Finding.ok(trail.name(), "organization", "all accounts of the organization", ORGANIZATION_MATTERS)
                : Finding.of(
                        trail.name(),
                        "organization",
                        Level.NOTE,
                        "one account (only the management account or a delegated administrator can change that)",
                        ORGANIZATION_MATTERS,
                        new TrailChange(trail)
                                .switchOn("is-organization-trail", "is_organization_trail", "IsOrganizationTrail"));
    }
}
