package dev.trailwise.report.page;

import dev.trailwise.chart.svg.SvgText;
import java.util.List;
import java.util.function.Function;

/** Something that is shown in a section of a page. */
public sealed interface Block {
    /** Paragraphs of plain text, with blank lines between. */
    record Prose(String text) implements Block {}

    /** What a reader must know before anything else. */
    record Alert(String heading, List<String> lines) implements Block {
        public Alert {
            lines = List.copyOf(lines);
        }
    }

    /** Names with a value each. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name with a value. */
    record Fact(String name, String value) {}

    /** A table that can be sorted and filtered. */
    record Table(DataTable data) implements Block {}

    /**
     * A chart, with its numbers in a table.
     *
     * @param drawing draws it under an id
     */
    record Picture(String heading, Function<String, SvgText> drawing, DataTable numbers) implements Block {}

    /** A text whose lines stay as they are, shown when it is opened. */
    record Code(String heading, String text) implements Block {}

    /** A tree of texts. */
    record Tree(List<TreeNode> roots) implements Block {
        public Tree {
            roots = List.copyOf(roots);
        }
    }

    /**
     * A node of a tree.
     *
     * @param lines more about it
     */
    record TreeNode(String head, List<String> lines, List<TreeNode> children) {
        public TreeNode {
            lines = List.copyOf(lines);
            children = List.copyOf(children);
        }
    }

    /** Blocks side by side, where there is room. */
    record Columns(List<Block> blocks) implements Block {
        public Columns {
            blocks = List.copyOf(blocks);
        }
    }
}
