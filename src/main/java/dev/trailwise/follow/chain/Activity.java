package dev.trailwise.follow.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls of one kind: a row of a step. Absent texts are empty. */
public record Activity(
        String key,
        String principal,
        String type,
        String account,
        String issuer,
        String session,
        String user,
        String created,
        String sourceIdentity,
        boolean console,
        String address,
        String action,
        boolean read,
        String outcome,
        String issuedKey,
        String madeUser,
        List<String> madeSessions,
        boolean signedIn,
        String switchedFrom,
        String sharedId,
        String eventId,
        long events,
        String first,
        String last) {
    /** How far apart a sign-in and the beginning of its session may be. */
    private static final Duration SIGN_IN = Duration.ofMinutes(1);

    /** A row as an engine gives it. */
    public static Activity of(@Nullable Object[] row) {
        String[] texts = Arrays.stream(row)
                .map(value -> value == null ? "" : value.toString())
                .toArray(String[]::new);
        return new Activity(
                texts[0],
                texts[1],
                texts[2],
                texts[3],
                texts[4],
                texts[5],
                texts[6],
                texts[7],
                texts[8],
                texts[9].equals("true"),
                texts[10],
                texts[11],
                texts[12].equals("true"),
                texts[13],
                texts[14],
                texts[15],
                texts[16].isEmpty() ? List.of() : List.of(texts[16].split(",")),
                texts[17].equals("true"),
                texts[18],
                texts[19],
                texts[20],
                Long.parseLong(texts[21]),
                texts[22],
                texts[23]);
    }

    /** Who made the calls. */
    NodeId actor() {
        return key.isEmpty() ? identity() : NodeId.key(key);
    }

    /** Who made them, whatever the key. */
    NodeId identity() {
        return isUser() ? NodeId.user(account, user) : NodeId.principal(principal);
    }

    boolean isUser() {
        return type.equals("user") && !user.isEmpty();
    }

    /** Whoever has too many sessions of others to be followed: a service, or an account whose own log has the caller. */
    boolean isForeign() {
        return type.equals("service") || type.equals("account") || principal.isEmpty();
    }

    /** All that the caller goes by, besides its key. */
    List<NodeId> holders() {
        List<NodeId> holders = new ArrayList<>();
        holders.add(identity());
        if (!session.isEmpty() && type.endsWith("role")) {
            holders.add(NodeId.session(account, session));
        }
        if (!issuer.isEmpty()) {
            holders.add(NodeId.principal(issuer));
        }
        return holders;
    }

    boolean temporary() {
        return key.startsWith("ASIA");
    }

    /** Whether they gave a key that only the log of another account shows. */
    boolean hidesKey() {
        return !sharedId.isEmpty() && issuedKey.isEmpty() && copy().isEmpty();
    }

    /** The same with the key that they gave, where it is not there. */
    Activity giving(String given) {
        return given.isEmpty() || !issuedKey.isEmpty()
                ? this
                : new Activity(
                        key,
                        principal,
                        type,
                        account,
                        issuer,
                        session,
                        user,
                        created,
                        sourceIdentity,
                        console,
                        address,
                        action,
                        read,
                        outcome,
                        given,
                        madeUser,
                        madeSessions,
                        signedIn,
                        switchedFrom,
                        sharedId,
                        eventId,
                        events,
                        first,
                        last);
    }

    /** The other credentials that these calls lead to, and from which one. */
    List<Link> links() {
        List<NodeId> made = new ArrayList<>();
        if (!issuedKey.isEmpty()) {
            made.add(NodeId.key(issuedKey));
        }
        if (!madeUser.isEmpty()) {
            made.add(NodeId.user(account, madeUser));
        }
        madeSessions.forEach(name -> made.add(NodeId.session(account, name)));
        if (signedIn) {
            made.add(identity());
        }
        List<Link> links = new ArrayList<>();
        for (NodeId to : made) {
            if (!to.equals(actor())) {
                links.add(new Link(actor(), to, action, first, eventId));
            }
        }
        if (!switchedFrom.isEmpty()) {
            links.add(new Link(NodeId.principal(switchedFrom), identity(), action, first, eventId));
        }
        return links;
    }

    /** Whether a session that these calls belong to may have begun with that sign-in, which shows no key. */
    boolean beganWith(Activity signIn) {
        return temporary()
                && signIn.signedIn()
                && signIn.key().isEmpty()
                && identity().equals(signIn.identity())
                && near(created, signIn.first());
    }

    private static boolean near(String one, String other) {
        try {
            Duration between = Duration.between(Instant.parse(one), Instant.parse(other));
            return between.abs().compareTo(SIGN_IN) <= 0;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    /** The id of the event in another account's log, where this one does not tell who called. */
    Optional<String> copy() {
        return sharedId.isEmpty() || !type.equals("account") ? Optional.empty() : Optional.of(sharedId);
    }
}
