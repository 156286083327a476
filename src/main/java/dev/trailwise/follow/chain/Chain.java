package dev.trailwise.follow.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a walk found: its credentials, and which led to which. */
public final class Chain {
    private static final Comparator<Credential> BY_TIME =
            Comparator.comparing(Credential::first).thenComparing(Credential::id);

    private final Map<NodeId, Credential> credentials;
    private final Map<NodeId, Set<NodeId>> children = new HashMap<>();
    private final List<Credential> roots;

    private Chain(Map<NodeId, Credential> credentials, Map<NodeId, NodeId> parents, Walk walk) {
        this.credentials = credentials;
        parents.forEach((child, parent) ->
                children.computeIfAbsent(parent, node -> new LinkedHashSet<>()).add(child));
        credentials.values().stream()
                .sorted(BY_TIME)
                .forEach(from -> from.made().stream()
                        .filter(link -> credentials.containsKey(link.to()))
                        .filter(link -> !walk.isForeign(from.id()) || !parents.containsKey(link.to()))
                        .forEach(link -> children.computeIfAbsent(from.id(), node -> new LinkedHashSet<>())
                                .add(link.to())));
        this.roots = roots(walk);
    }

    /** What the walk found until now. */
    public static Chain of(Walk walk) {
        Map<NodeId, List<Activity>> rows = new TreeMap<>();
        walk.counted()
                .forEach(row -> rows.computeIfAbsent(row.actor(), actor -> new ArrayList<>())
                        .add(row));
        Set<Link> links = links(walk, rows);
        SessionKeys sessions = new SessionKeys(walk, rows, links);
        Map<NodeId, List<NodeId>> groups = new LinkedHashMap<>();
        walk.reached()
                .keySet()
                .forEach(node -> groups.computeIfAbsent(sessions.of(node), first -> new ArrayList<>())
                        .add(node));
        Map<NodeId, Credential> credentials = new LinkedHashMap<>();
        groups.forEach((id, nodes) -> {
            List<Activity> calls = nodes.stream()
                    .flatMap(node -> rows.getOrDefault(node, List.of()).stream())
                    .toList();
            Credential credential = new CredentialBuilder(walk, id, nodes, calls, sessions).of(links);
            boolean linked =
                    !credential.origins().isEmpty() || !credential.made().isEmpty();
            if (id.kind() == NodeId.Kind.KEY || walk.isStart(id) || !calls.isEmpty() || linked) {
                credentials.put(id, credential);
            }
        });
        Map<NodeId, NodeId> parents = new HashMap<>();
        credentials.values().stream()
                .filter(credential -> credential.origins().stream().allMatch(link -> walk.isForeign(link.from())))
                .forEach(credential -> rows.getOrDefault(credential.id(), List.of()).stream()
                        .flatMap(row -> row.holders().stream())
                        .filter(holder -> !holder.equals(credential.id()) && credentials.containsKey(holder))
                        .findFirst()
                        .ifPresent(holder -> parents.put(credential.id(), holder)));
        return new Chain(credentials, parents, walk);
    }

    /** All links, earliest first; a sign-in, which shows no key, is linked to the sessions that began with it. */
    private static Set<Link> links(Walk walk, Map<NodeId, List<Activity>> rows) {
        List<Link> links = new ArrayList<>();
        walk.rows().forEach(row -> links.addAll(row.links()));
        Set<NodeId> given = new HashSet<>();
        links.forEach(link -> given.add(link.to()));
        List<Activity> signIns = walk.rows().stream().filter(Activity::signedIn).toList();
        rows.forEach((node, calls) -> signIns.stream()
                .filter(signIn -> !given.contains(node) && calls.get(0).beganWith(signIn))
                .map(signIn -> new Link(signIn.actor(), node, signIn.action(), signIn.first(), signIn.eventId()))
                .forEach(links::add));
        links.sort(Comparator.comparing(Link::time).thenComparing(Link::eventId));
        return new LinkedHashSet<>(links);
    }

    private List<Credential> roots(Walk walk) {
        Set<NodeId> below = new HashSet<>();
        children.values().forEach(below::addAll);
        List<Credential> sorted = credentials.values().stream().sorted(BY_TIME).toList();
        List<Credential> found = new ArrayList<>();
        Set<NodeId> seen = new HashSet<>();
        sorted.stream()
                .filter(root -> !below.contains(root.id()))
                .filter(root -> !walk.isForeign(root.id())
                        || children.containsKey(root.id())
                        || root.made().isEmpty())
                .forEach(root -> visit(root, seen, found));
        // What is left leads to itself, in a circle.
        sorted.stream().filter(node -> walk.isStart(node.id())).forEach(root -> visit(root, seen, found));
        sorted.stream().filter(node -> below.contains(node.id())).forEach(root -> visit(root, seen, found));
        return found;
    }

    private void visit(Credential root, Set<NodeId> seen, List<Credential> found) {
        if (!seen.add(root.id())) {
            return;
        }
        found.add(root);
        List<NodeId> next = new ArrayList<>(children.getOrDefault(root.id(), Set.of()));
        while (!next.isEmpty()) {
            NodeId node = next.remove(next.size() - 1);
            if (seen.add(node)) {
                next.addAll(children.getOrDefault(node, Set.of()));
            }
        }
    }

    /** All of them, by the time of their first call. */
    public List<Credential> credentials() {
        return credentials.values().stream().sorted(BY_TIME).toList();
    }

    /** Those that nothing of the walk led to; where credentials lead to each other in a circle, one of them. */
    public List<Credential> roots() {
        return roots;
    }

    /** What a credential led to, in the order of the events that did. */
    public List<Credential> children(Credential parent) {
        return children.getOrDefault(parent.id(), Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(credentials.get(id)).stream())
                .sorted(Comparator.comparing((Credential child) -> since(parent, child))
                        .thenComparing(BY_TIME))
                .toList();
    }

    private static String since(Credential parent, Credential child) {
        return child.origins().stream()
                .filter(link -> link.from().equals(parent.id()))
                .map(Link::time)
                .findFirst()
                .orElse(child.first());
    }
}
