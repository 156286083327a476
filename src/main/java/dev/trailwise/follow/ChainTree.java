package dev.trailwise.follow;

import dev.trailwise.failure.FlagName;
import dev.trailwise.follow.chain.Chain;
import dev.trailwise.follow.chain.Credential;
import dev.trailwise.follow.chain.Credential.Outcome;
import dev.trailwise.follow.chain.Link;
import dev.trailwise.follow.chain.NodeId;
import dev.trailwise.follow.chain.Walk;
import dev.trailwise.output.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chain in words: each credential once, with what made it and what it did, below what led to it. */
public final class ChainTree {
    private static final int MOST_ACTIONS = 8;
    private static final int MOST_ADDRESSES = 5;
    private static final int MOST_IDLE = 6;

    /** From so many on, credentials without calls share a node. */
    private static final int FEW = 3;

    private final Walk walk;
    private final Chain chain;
    private final Set<NodeId> shown = new HashSet<>();

    /** What a node stands for. */
    public enum Kind {
        /** A credential that led to others, even if these are shown elsewhere. */
        PARENT,
        /** One that led to none, or is shown above. */
        LEAF,
        /** Several that have no calls. */
        GROUP
    }

    /**
     * A credential, or several without calls.
     *
     * @param head which
     * @param kind what it stands for
     * @param lines what made it and what it did
     * @param children what it led to
     */
    public record Node(String head, Kind kind, List<String> lines, List<Node> children) {
        public Node {
            lines = List.copyOf(lines);
            children = List.copyOf(children);
        }
    }

    private ChainTree(Walk walk, Chain chain) {
        this.walk = walk;
        this.chain = chain;
    }

    /** The roots of the chain, with all that they led to. */
    public static List<Node> of(Walk walk, Chain chain) {
        ChainTree tree = new ChainTree(walk, chain);
        return chain.roots().stream().map(tree::node).toList();
    }

    private Node node(Credential one) {
        boolean again = !shown.add(one.id());
        String mark = again ? "  (shown above)" : walk.isStart(one.id()) ? "  (start)" : "";
        if (again) {
            return new Node(head(one) + mark, Kind.LEAF, List.of(), List.of());
        }
        List<Credential> children = chain.children(one);
        List<Credential> idle = children.stream().filter(this::isIdle).toList();
        List<Credential> shownAlone = idle.size() < FEW
                ? children
                : children.stream().filter(child -> !isIdle(child)).toList();
        List<String> lines = new ArrayList<>(origin(one));
        lines.addAll(calls(one));
        List<Node> nodes = new ArrayList<>();
        shownAlone.forEach(child -> nodes.add(node(child)));
        if (shownAlone.size() < children.size()) {
            nodes.add(idle(idle));
        }
        return new Node(head(one) + mark, children.isEmpty() ? Kind.LEAF : Kind.PARENT, lines, nodes);
    }

    /** Whether it did nothing and led to nothing. */
    private boolean isIdle(Credential one) {
        return one.events() == 0
                && chain.children(one).isEmpty()
                && one.notFollowed() == 0
                && one.origins().size() == 1
                && !shown.contains(one.id());
    }

    private Node idle(List<Credential> idle) {
        idle.forEach(one -> shown.add(one.id()));
        String first = idle.get(0).origins().get(0).time();
        String last = idle.get(idle.size() - 1).origins().get(0).time();
        String actions = idle.stream()
                .map(one -> one.origins().get(0).action())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Node(
                Counts.number(idle.size()) + " without calls in the scope",
                Kind.GROUP,
                List.of(
                        "from " + actions + " " + time(first) + (first.equals(last) ? "" : " to " + time(last)),
                        idle.stream()
                                        .map(one -> one.id().value())
                                        .limit(MOST_IDLE)
                                        .collect(Collectors.joining(", "))
                                + more(idle.size(), MOST_IDLE)),
                List.of());
    }

    private static String head(Credential one) {
        List<String> parts = new ArrayList<>();
        if (one.id().kind() == NodeId.Kind.KEY) {
            parts.add(one.id().value());
            if (one.keys().size() > 1) {
                parts.add("and " + Counts.of(one.keys().size() - 1, "other key") + " of one session");
            }
        }
        parts.add(who(one));
        parts.add(one.account());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
    }

    private static String who(Credential one) {
        return switch (one.id().kind()) {
            case USER -> "user " + one.id().value();
            case SESSION ->
                "sessions named " + one.id().value()
                        + (one.keys().isEmpty()
                                ? ""
                                : " (" + Counts.of(one.keys().size(), "key") + ")");
            case KEY, PRINCIPAL -> (one.type() + " " + brief(one.principal())).strip();
        };
    }

    /** The end of an ARN that tells who it is: {@code deploy-role/job-7}. */
    private static String brief(String principal) {
        String[] parts = principal.split(":", 6);
        String name = parts.length == 6 ? parts[5] : principal;
        return Stream.of("assumed-role/", "user/", "federated-user/")
                .filter(name::startsWith)
                .findFirst()
                .map(kind -> name.substring(kind.length()))
                .orElse(name.equals("root") ? "" : name);
    }

    private List<String> origin(Credential one) {
        List<String> texts = new ArrayList<>();
        if (!one.origins().isEmpty()) {
            List<String> events = events(one);
            texts.add("from " + events.stream().limit(MOST_ADDRESSES).collect(Collectors.joining(", "))
                    + more(events.size(), MOST_ADDRESSES));
        } else if (one.knownOrigin() && one.id().kind() != NodeId.Kind.PRINCIPAL) {
            texts.add("no event in the scope created it");
        }
        if (!one.sourceIdentity().isEmpty()) {
            texts.add("source identity " + one.sourceIdentity());
        }
        return texts;
    }

    /** The events that made it: those of one action and credential together. */
    private static List<String> events(Credential one) {
        boolean several = one.origins().stream().map(Link::from).distinct().count() > 1;
        Map<String, List<Link>> alike = new LinkedHashMap<>();
        one.origins()
                .forEach(link -> alike.computeIfAbsent(
                                link.action() + (several ? " by " + link.from() : ""), text -> new ArrayList<>())
                        .add(link));
        return alike.entrySet().stream()
                .map(group -> {
                    List<Link> links = group.getValue();
                    String last = links.get(links.size() - 1).time();
                    return group.getKey()
                            + (links.size() == 1 ? " " : " ×" + Counts.number(links.size()) + " ")
                            + time(links.get(0).time())
                            + (links.size() == 1 ? "" : " to " + time(last));
                })
                .toList();
    }

    private List<String> calls(Credential one) {
        List<String> texts = new ArrayList<>();
        if (one.events() == 0) {
            texts.add(one.id().kind() == NodeId.Kind.KEY ? "no calls in the scope" : "");
        } else {
            texts.add(time(one.first()) + " to " + time(one.last()) + ": " + figures(one)
                    + (one.whole() ? "" : " (only calls that link credentials)"));
            texts.add("addresses: " + counts(one.addresses(), MOST_ADDRESSES, true));
        }
        if (!one.writes().isEmpty()) {
            texts.add("writes: " + counts(one.writes(), MOST_ACTIONS, false));
        }
        if (!one.denied().isEmpty()) {
            texts.add("denied: " + counts(one.denied(), MOST_ACTIONS, true));
        }
        if (one.notFollowed() > 0) {
            texts.add("made " + Counts.of(one.notFollowed(), "other credential") + ", not followed without "
                    + FlagName.SIBLINGS);
        }
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    private static String figures(Credential one) {
        List<String> figures = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (one.count(outcome) > 0) {
                figures.add(Counts.number(one.count(outcome)) + " " + outcome.label(one.count(outcome)));
            }
        }
        return String.join(", ", figures);
    }

    /** The most frequent first, or the rarest: one call that stops a trail tells more than a thousand that write objects. */
    private static String counts(Map<String, Long> counts, int most, boolean frequent) {
        Comparator<Map.Entry<String, Long>> order = Map.Entry.comparingByValue();
        return counts.entrySet().stream()
                        .sorted((frequent ? order.reversed() : order).thenComparing(Map.Entry.comparingByKey()))
                        .limit(most)
                        .map(count ->
                                count.getKey() + (count.getValue() == 1 ? "" : " ×" + Counts.number(count.getValue())))
                        .collect(Collectors.joining(", "))
                + more(counts.size(), most);
    }

    private static String more(int size, int most) {
        return size > most ? " and " + (size - most) + " more" : "";
    }

    private static String time(String eventTime) {
        return eventTime.replace('T', ' ').replace("Z", "");
    }
}
