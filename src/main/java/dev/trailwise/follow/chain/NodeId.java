package dev.trailwise.follow.chain;

import java.util.Comparator;

/**
 * Something that makes calls, or can.
 *
 * @param account the account of a user or a session; empty where the value is enough
 * @param value a key id, a name or an ARN
 */
public record NodeId(Kind kind, String account, String value) implements Comparable<NodeId> {
    private static final Comparator<NodeId> ORDER =
            Comparator.comparing(NodeId::kind).thenComparing(NodeId::account).thenComparing(NodeId::value);

    /** What it is known by. */
    public enum Kind {
        KEY,
        USER,
        /** The name of the sessions of an instance or a function. */
        SESSION,
        PRINCIPAL
    }

    static NodeId key(String id) {
        return new NodeId(Kind.KEY, "", id);
    }

    static NodeId user(String account, String name) {
        return new NodeId(Kind.USER, account, name);
    }

    static NodeId session(String account, String name) {
        return new NodeId(Kind.SESSION, account, name);
    }

    /** An IAM user by its name, which is also in events without an ARN; anything else by the ARN. */
    static NodeId principal(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length == 6 && parts[2].equals("iam") && parts[5].startsWith("user/")) {
            return user(parts[4], arn.substring(arn.lastIndexOf('/') + 1));
        }
        return new NodeId(Kind.PRINCIPAL, "", arn);
    }

    /** The value, with the account where it is of one. */
    String text() {
        return account.isEmpty() ? value : account + ":" + value;
    }

    @Override
    public int compareTo(NodeId other) {
        return ORDER.compare(this, other);
    }

    /** {@code key AKIA…}, for messages and as the id in JSON. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + text();
    }
}
