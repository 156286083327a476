package dev.trailwise.follow.chain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A walk along credentials: what is reached, what each step asks next, and what it found. It runs nothing itself. */
public final class Walk {
    /** Athena takes statements of 262,144 bytes; the values are in one at most three times. */
    private static final int MOST_BYTES = 60_000;

    private final Start start;
    private final boolean siblings;
    private final int mostCredentials;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Ask> asked = new HashSet<>();
    private final Map<NodeId, Integer> complete = new HashMap<>();
    private final Map<NodeId, Reach> reached = new LinkedHashMap<>();
    private final Set<NodeId> foreign = new HashSet<>();
    private final Map<NodeId, List<Activity>> byActor = new HashMap<>();

    /**
     * A walk that has not begun.
     *
     * @param siblings whether what an ancestor made is followed too
     * @param mostCredentials how many credentials it asks about at most
     */
    public Walk(Start start, boolean siblings, int mostCredentials) {
        this.start = start;
        this.siblings = siblings;
        this.mostCredentials = mostCredentials;
        start.node().ifPresent(node -> reach(node, new Reach(true, true)));
    }

    /** What the next step asks; nothing when the walk is at its end. */
    public Set<Ask> next() {
        Set<Ask> next = new LinkedHashSet<>();
        int bytes = 0;
        for (Ask ask : pending(mostCredentials)) {
            bytes += ask.value().getBytes(StandardCharsets.UTF_8).length + 6;
            if (bytes > MOST_BYTES && !next.isEmpty()) {
                break;
            }
            next.add(ask);
        }
        return next;
    }

    /** Takes what a step found. */
    public void answer(Set<Ask> asks, List<Activity> rows) {
        Step step = new Step(asks, rows);
        steps.add(step);
        asked.addAll(asks);
        asks.stream()
                .filter(ask -> ask.kind() == AskKind.KEY_USES)
                .forEach(ask -> complete.putIfAbsent(NodeId.key(ask.value()), steps.size() - 1));
        for (Activity row : rows) {
            if (step.covers(row)) {
                complete.putIfAbsent(row.actor(), steps.size() - 1);
            }
            if (row.isForeign() && row.key().isEmpty()) {
                foreign.add(row.actor());
            }
        }
        spread();
    }

    /** How many steps were taken. */
    public int taken() {
        return steps.size();
    }

    /** How many kinds of calls the steps found. */
    public long found() {
        return steps.stream().mapToLong(step -> step.rows().size()).sum();
    }

    /** How many credentials the walk came to and did not ask about. */
    public long notFollowed() {
        return reached.keySet().stream()
                .filter(node -> asks(node).stream().anyMatch(ask -> !asked.contains(ask)))
                .count();
    }

    /** What is still to be asked of the nodes reached first. */
    private Set<Ask> pending(int most) {
        if (steps.isEmpty() && !start.asks().isEmpty()) {
            return new LinkedHashSet<>(start.asks());
        }
        Set<Ask> pending = new LinkedHashSet<>();
        reached.keySet().stream().limit(most).forEach(node -> pending.addAll(asks(node)));
        pending.removeAll(asked);
        return pending;
    }

    private Set<Ask> asks(NodeId node) {
        Set<Ask> asks = new LinkedHashSet<>();
        Reach reach = reached.getOrDefault(node, Reach.NOT);
        if (foreign.contains(node)) {
            copies(node, asks);
            return asks;
        }
        boolean uses = !complete.containsKey(node);
        switch (node.kind()) {
            case KEY -> {
                add(asks, uses, AskKind.KEY_USES, node);
                add(asks, reach.up(), AskKind.KEY_ORIGIN, node);
                consoles(node, reach, asks);
            }
            case USER -> {
                add(asks, reach.down(), AskKind.USER_USES, node);
                add(asks, reach.up(), AskKind.USER_ORIGIN, node);
            }
            case SESSION -> {
                add(asks, reach.down(), AskKind.SESSION_USES, node);
                add(asks, reach.up(), AskKind.SESSION_ORIGIN, node);
            }
            case PRINCIPAL -> {
                add(asks, reach.down(), AskKind.PRINCIPAL_USES, node);
                add(asks, reach.up(), AskKind.SIGN_INS, node);
            }
        }
        return asks;
    }

    private static void add(Set<Ask> asks, boolean wanted, AskKind kind, NodeId node) {
        Ask ask = Ask.of(kind, node);
        if (wanted && ask.isText()) {
            asks.add(ask);
        }
    }

    /** A session may come of a sign-in, which shows no key, and a session in the console may switch roles. */
    private void consoles(NodeId node, Reach reach, Set<Ask> asks) {
        for (Activity row : rows(node)) {
            NodeId principal = new NodeId(NodeId.Kind.PRINCIPAL, "", row.principal());
            add(asks, reach.up() && row.temporary() && !row.isForeign(), AskKind.SIGN_INS, principal);
            add(asks, reach.down() && row.console(), AskKind.SWITCHES, principal);
            if (reach.down() && row.hidesKey()) {
                asks.add(new Ask(AskKind.SHARED, row.sharedId()));
            }
        }
    }

    private void copies(NodeId node, Set<Ask> asks) {
        rows(node).forEach(row -> row.copy().ifPresent(id -> asks.add(new Ask(AskKind.SHARED, id))));
    }

    private List<Activity> rows(NodeId actor) {
        return byActor.getOrDefault(actor, List.of());
    }

    private void reach(NodeId node, Reach how) {
        if (!node.value().isEmpty()) {
            reached.merge(node, how, Reach::and);
        }
    }

    private void spread() {
        Step last = steps.get(steps.size() - 1);
        last.rows()
                .forEach(row -> byActor.computeIfAbsent(row.actor(), actor -> new ArrayList<>())
                        .add(row));
        if (steps.size() == 1 && start.node().isEmpty()) {
            last.rows().forEach(row -> reach(row.actor(), new Reach(true, true)));
        }
        List<Activity> rows = rows();
        Map<NodeId, Reach> before;
        do {
            before = Map.copyOf(reached);
            rows.forEach(this::spread);
        } while (!before.equals(reached));
    }

    private void spread(Activity row) {
        NodeId actor = row.actor();
        if (!row.key().isEmpty()) {
            for (NodeId holder : row.holders()) {
                Reach held = reached.getOrDefault(holder, Reach.NOT);
                if (held.down()) {
                    reach(actor, new Reach(true, held.up() || holder.kind() == NodeId.Kind.USER));
                }
            }
        }
        if (reached.getOrDefault(actor, Reach.NOT).up() && !row.key().isEmpty() && !row.isForeign()) {
            row.holders().stream()
                    .filter(holder -> holder.kind() != NodeId.Kind.PRINCIPAL
                            || (row.temporary() && holder.equals(row.identity())))
                    .forEach(holder -> reach(holder, new Reach(false, true)));
        }
        for (Link link : row.links()) {
            if (reached.getOrDefault(link.from(), Reach.NOT).down()) {
                reach(link.to(), new Reach(true, false));
            }
            if (reached.getOrDefault(link.to(), Reach.NOT).up()) {
                reach(link.from(), new Reach(siblings, true));
            }
        }
    }

    /** All rows. Of an event that two accounts log, the one that tells the caller has what either says that it gave. */
    List<Activity> rows() {
        Map<String, String> given = new HashMap<>();
        Set<String> named = named();
        steps.forEach(step -> step.rows().stream()
                .filter(row -> !row.sharedId().isEmpty() && !row.issuedKey().isEmpty())
                .forEach(row -> given.put(row.sharedId(), row.issuedKey())));
        return steps.stream()
                .flatMap(step -> step.rows().stream())
                .filter(row -> row.copy().filter(named::contains).isEmpty())
                .map(row -> row.giving(given.getOrDefault(row.sharedId(), "")))
                .toList();
    }

    /** The shared ids of events whose caller one of the accounts' logs tells. */
    private Set<String> named() {
        Set<String> named = new HashSet<>();
        steps.forEach(step -> step.rows().stream()
                .filter(row -> !row.sharedId().isEmpty() && row.copy().isEmpty())
                .forEach(row -> named.add(row.sharedId())));
        return named;
    }

    /** The rows that count as the calls of their callers, each once: those of the step that asked for all of them. */
    List<Activity> counted() {
        List<Activity> counted = new ArrayList<>();
        Set<Activity> seen = new HashSet<>();
        Set<String> named = named();
        for (int i = 0; i < steps.size(); i++) {
            for (Activity row : steps.get(i).rows()) {
                Integer whole = complete.get(row.actor());
                boolean copy = row.copy().filter(named::contains).isPresent();
                if (!copy && (whole == null ? seen.add(row) : whole == i)) {
                    counted.add(row);
                }
            }
        }
        return counted;
    }

    Map<NodeId, Reach> reached() {
        return reached;
    }

    /** Whether it is a service or an account, which is not followed. */
    boolean isForeign(NodeId node) {
        return foreign.contains(node);
    }

    boolean isComplete(NodeId node) {
        return complete.containsKey(node);
    }

    /** Whether the walk began with it. */
    public boolean isStart(NodeId node) {
        return start.node().filter(node::equals).isPresent();
    }

    /** Where the walk began. */
    public Start start() {
        return start;
    }
}
