package dev.trailwise.sample;

import dev.trailwise.trail.Region;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The facts of the intrusion in the {@link SampleTrail}, all in the production account, all UTC.
 *
 * <ol>
 *   <li>02:13 A leaked key of the CI user is tried from a foreign address: {@code GetCallerIdentity}.
 *   <li>02:14 Discovery: everything is listed in all Regions, most of it denied.
 *   <li>02:32 Escalation: a new user with {@code AdministratorAccess}, an access key and a password.
 *   <li>02:45 The new user stops the account's own trail; the organization's trail is protected.
 *   <li>03:05 Twenty large instances start in a Region that nobody uses.
 *   <li>03:32 Customers' exports are read from a bucket, and a secret that leads to root.
 *   <li>04:22 Root signs in to the console without MFA; its session has a temporary key.
 *   <li>07:41 Alice, on call, finds it: keys inactive, instances terminated, the trail started again.
 * </ol>
 */
public final class SampleIntrusion {
    /** The long-term key of the CI user that leaked; the CI service itself uses it until the day before. */
    public static final String LEAKED_KEY = "AKIAIOSFODNN7EXAMPLE";

    /** The user whose key leaked. */
    public static final String LEAKED_USER = "ci-deploy";

    /** Where the leaked key is used from. */
    public static final String THIEF_IP = "203.0.113.66";

    /** The CI service's own address. */
    public static final String CI_IP = "192.0.2.10";

    /** The user that the thief makes. */
    public static final String BACKDOOR_USER = "svc-backup";

    /** The access key of that user. */
    public static final String BACKDOOR_KEY = "AKIAI44QH8DHBEXAMPLE";

    /** Where that key is used from. */
    public static final String BACKDOOR_IP = "198.51.100.23";

    /** Where root signs in from. */
    public static final String ROOT_IP = "203.0.113.200";

    /** The temporary key of root's console session; it belongs to no access key that IAM lists. */
    public static final String ROOT_SESSION_KEY = "ASIAQROOT4TWOEXAMPLE";

    /** The Region of the fleet, otherwise used by AWS's own services only. */
    public static final Region UNUSED_REGION = new Region("ap-southeast-1");

    /** The twenty instances of the fleet. */
    public static final List<String> FLEET = IntStream.range(0, 4)
            .boxed()
            .flatMap(call -> IntStream.rangeClosed(1, 5).mapToObj(i -> "i-0f1ee7000000000" + call + i))
            .toList();

    /** The bucket that is read. */
    public static final String BUCKET = "example-customer-exports";

    /** How many objects are read from it. */
    public static final int OBJECTS_READ = 240;

    /** How many bytes that is. */
    public static final long BYTES_READ = 358_316_315L;

    /** The first call with the leaked key by the thief. */
    public static final Instant FIRST_CALL = Instant.parse("2026-10-07T02:13:07Z");

    /** When the account's trail is stopped. */
    public static final Instant LOGGING_STOPPED = Instant.parse("2026-10-07T02:45:03Z");

    /** When root is signed in. */
    public static final Instant ROOT_SIGN_IN = Instant.parse("2026-10-07T04:22:10Z");

    /** When the leaked key is made inactive. */
    public static final Instant KEY_DISABLED = Instant.parse("2026-10-07T07:52:04Z");

    /** How many calls the thief makes with the leaked key. */
    public static final int THIEF_CALLS = 98;

    /** How many of those are denied. */
    public static final int THIEF_DENIED = 79;

    /** How many different actions the thief calls. */
    public static final int THIEF_ACTIONS = 56;

    /** How many calls are made with the new user's key. */
    public static final int BACKDOOR_CALLS = 263;

    /** How many calls the root session makes, without the sign-ins. */
    public static final int ROOT_CALLS = 4;

    private SampleIntrusion() {}
}
