package dev.trailwise.follow.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which temporary keys are shown as one credential, because one session, instance or function has many. */
final class SessionKeys {
    /** So many keys of an instance or a function are shown one by one. */
    private static final int MOST_ALONE = 3;

    private final Walk walk;
    private final Map<NodeId, NodeId> session = new HashMap<>();

    SessionKeys(Walk walk, Map<NodeId, List<Activity>> rows, Collection<Link> links) {
        this.walk = walk;
        Map<NodeId, List<Link>> given = new HashMap<>();
        links.forEach(link ->
                given.computeIfAbsent(link.to(), to -> new ArrayList<>()).add(link));
        Map<String, NodeId> first = new HashMap<>();
        Map<NodeId, List<NodeId>> named = new TreeMap<>();
        rows.forEach((node, calls) -> {
            Activity call = calls.get(0);
            List<Link> by = given.getOrDefault(node, List.of());
            if (!call.temporary() || !walk.reached().containsKey(node)) {
                return;
            }
            call.holders().stream()
                    .filter(holder -> holder.kind() == NodeId.Kind.SESSION && given.containsKey(holder))
                    .filter(holder -> by.stream().allMatch(link -> walk.isForeign(link.from())))
                    .forEach(holder -> named.computeIfAbsent(holder, name -> new ArrayList<>())
                            .add(node));
            if (!call.created().isEmpty()
                    && by.stream().allMatch(link -> link.action().startsWith("signin:"))) {
                session.put(node, first.computeIfAbsent(call.principal() + " " + call.created(), name -> node));
            }
        });
        named.forEach((holder, keys) -> {
            if (keys.size() > MOST_ALONE && walk.reached().containsKey(holder)) {
                keys.forEach(key -> session.put(key, holder));
            }
        });
    }

    /** The credential that shows a node: most are their own. */
    NodeId of(NodeId node) {
        return walk.isStart(node) ? node : session.getOrDefault(node, node);
    }
}
