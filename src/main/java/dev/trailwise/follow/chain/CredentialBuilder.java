package dev.trailwise.follow.chain;

import dev.trailwise.follow.chain.Credential.Outcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Sums up the calls of one credential. */
final class CredentialBuilder {
    private final Walk walk;
    private final NodeId id;
    private final List<NodeId> nodes;
    private final List<Activity> calls;
    private final SessionKeys sessions;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> addresses = new TreeMap<>();
    private final Map<String, Long> writes = new TreeMap<>();
    private final Map<String, Long> denied = new TreeMap<>();

    CredentialBuilder(Walk walk, NodeId id, List<NodeId> nodes, List<Activity> calls, SessionKeys sessions) {
        this.walk = walk;
        this.id = id;
        this.nodes = List.copyOf(nodes);
        this.calls = List.copyOf(calls);
        this.sessions = sessions;
    }

    Credential of(Collection<Link> links) {
        calls.forEach(this::count);
        List<Link> made = links.stream()
                .filter(link -> nodes.contains(link.from()) && !nodes.contains(link.to()))
                .map(this::ofSessions)
                .toList();
        List<Link> origins = links.stream()
                .filter(link -> nodes.contains(link.to()) && !nodes.contains(link.from()))
                .map(this::ofSessions)
                .toList();
        boolean user = id.kind() == NodeId.Kind.USER;
        return new Credential(
                id,
                nodes.stream()
                        .filter(node -> node.kind() == NodeId.Kind.KEY)
                        .map(NodeId::value)
                        .sorted()
                        .toList(),
                text(Activity::principal, id.kind() == NodeId.Kind.PRINCIPAL ? id.value() : ""),
                text(Activity::type, user ? "user" : ""),
                text(Activity::account, id.account()),
                text(Activity::session, ""),
                text(Activity::issuer, ""),
                text(Activity::sourceIdentity, ""),
                origins,
                walk.reached().getOrDefault(id, Reach.NOT).up(),
                nodes.stream()
                        .filter(node -> !node.equals(id) || nodes.size() == 1)
                        .allMatch(walk::isComplete),
                calls.stream().map(Activity::first).min(String::compareTo).orElse(""),
                calls.stream().map(Activity::last).max(String::compareTo).orElse(""),
                calls.stream().mapToLong(Activity::events).sum(),
                outcomes,
                addresses,
                writes,
                denied,
                made,
                made.stream()
                        .map(Link::to)
                        .distinct()
                        .filter(to -> !walk.reached().containsKey(to))
                        .count());
    }

    private Link ofSessions(Link link) {
        return new Link(sessions.of(link.from()), sessions.of(link.to()), link.action(), link.time(), link.eventId());
    }

    private void count(Activity call) {
        addresses.merge(call.address(), call.events(), Long::sum);
        switch (call.outcome()) {
            case "denied" -> {
                outcomes.merge(Outcome.DENIED, call.events(), Long::sum);
                denied.merge(call.action(), call.events(), Long::sum);
            }
            case "success" -> {
                outcomes.merge(call.read() ? Outcome.READ : Outcome.WRITE, call.events(), Long::sum);
                if (!call.read()) {
                    writes.merge(call.action(), call.events(), Long::sum);
                }
            }
            default -> outcomes.merge(Outcome.FAILED, call.events(), Long::sum);
        }
    }

    private String text(Function<Activity, String> field, String otherwise) {
        return calls.stream()
                .map(field)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }
}
