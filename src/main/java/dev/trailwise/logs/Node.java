package dev.trailwise.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to look for in a JSON object: a tree of keys. Each node has a slot for the position of its value; the slots of a
 * subtree are next to each other, so that a repeated key can forget what the one before it left.
 */
final class Node {
    static final Node NOTHING = new Node(0, 1, Wrapper.NONE, new KeyTable(List.of()), new Node[0]);

    /** Where the place of its value is kept. */
    final int slot;

    /** The slot after the last one of the subtree. */
    final int end;

    final Wrapper wrapper;
    final KeyTable keys;
    final Node[] children;

    private Node(int slot, int end, Wrapper wrapper, KeyTable keys, Node[] children) {
        this.slot = slot;
        this.end = end;
        this.wrapper = wrapper;
        this.keys = keys;
        this.children = children;
    }

    /** This node with, besides its own keys, those of what events come wrapped in; they take slots after {@link #end}. */
    Node withWrappers(List<String> names) {
        List<String> all = new ArrayList<>(names);
        List<Node> nodes = new ArrayList<>(List.of(children));
        for (Wrapper wrapper : Wrapper.values()) {
            for (String key : wrapper.keys()) {
                all.add(key);
                nodes.add(new Node(
                        end + wrapper.offset(), end + wrapper.offset() + 1, wrapper, NOTHING.keys, NOTHING.children));
            }
        }
        return new Node(
                slot, end + Wrapper.values().length, Wrapper.NONE, new KeyTable(all), nodes.toArray(Node[]::new));
    }

    /** A tree under construction. */
    static final class Builder {
        private final Map<String, Builder> children = new LinkedHashMap<>();
        private int slot;

        /** Adds a path of keys in lower case, such as {@code useridentity.arn}. */
        Builder add(String path) {
            Builder node = this;
            for (String key : path.split("\\.")) {
                node = node.children.computeIfAbsent(key, k -> new Builder());
            }
            return this;
        }

        /** The keys at the root, in the order of the nodes. */
        List<String> names() {
            return List.copyOf(children.keySet());
        }

        /** The slot of a path that was added; known once the tree is built. */
        int slot(String path) {
            Builder node = this;
            for (String key : path.split("\\.")) {
                node = java.util.Objects.requireNonNull(node.children.get(key), path);
            }
            return node.slot;
        }

        Node build() {
            return build(0);
        }

        private Node build(int first) {
            slot = first;
            int next = first + 1;
            List<Node> nodes = new ArrayList<>();
            for (Builder child : children.values()) {
                Node node = child.build(next);
                nodes.add(node);
                next = node.end;
            }
            return new Node(first, next, Wrapper.NONE, new KeyTable(names()), nodes.toArray(Node[]::new));
        }
    }
}
