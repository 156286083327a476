package dev.trailwise.follow;

import dev.trailwise.follow.ChainTree.Node;
import dev.trailwise.follow.chain.Chain;
import dev.trailwise.follow.chain.Walk;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.text.CellWidth;
import dev.trailwise.text.Paragraphs;
import dev.trailwise.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/** A chain for people: a tree, each credential once. */
final class ChainText {
    /** Lines are no longer than this on a wide terminal or in a file. */
    private static final int WIDEST = 120;

    /** The deepest a line is indented; below it, credentials say what made them. */
    private static final int DEEPEST = 8;

    private final Walk walk;
    private final Chain chain;
    private final List<String> missing;
    private final RenderOptions options;
    private final List<String> lines = new ArrayList<>();

    ChainText(Walk walk, Chain chain, List<String> missing, RenderOptions options) {
        this.walk = walk;
        this.chain = chain;
        this.missing = missing;
        this.options = options;
    }

    List<String> lines() {
        if (walk.found() == 0) {
            line("", "no event in the scope names " + walk.start().text());
        } else {
            ChainTree.of(walk, chain).forEach(root -> node(root, "", "", 0));
        }
        missing.forEach(gap -> wrapped("", "Incomplete: " + gap));
        return lines;
    }

    private void node(Node one, String first, String rest, int depth) {
        line(first, one.head());
        String below = rest
                + switch (one.kind()) {
                    case PARENT -> "│  ";
                    case LEAF -> "   ";
                    case GROUP -> "";
                };
        one.lines().forEach(text -> wrapped(below, text));
        boolean deep = depth >= DEEPEST;
        for (int i = 0; i < one.children().size(); i++) {
            boolean last = i == one.children().size() - 1;
            node(
                    one.children().get(i),
                    deep ? rest : rest + (last ? "└─ " : "├─ "),
                    deep ? rest : rest + (last ? "   " : "│  "),
                    depth + 1);
        }
    }

    private void wrapped(String indent, String text) {
        int width = Math.max(Math.min(options.width(), WIDEST) - indent.length(), RenderOptions.LEAST_WIDTH);
        Paragraphs.wrap(Sanitizer.text(text), width).forEach(part -> line(indent, part));
    }

    private void line(String indent, String text) {
        lines.add((indent + CellWidth.cut(Sanitizer.text(text), Math.max(options.width() - indent.length(), 20)))
                        .stripTrailing()
                + "\n");
    }
}
