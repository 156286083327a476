package dev.trailwise.report.page;

import java.util.List;

/**
 * A part of a page under a heading.
 *
 * @param sections parts of it, under smaller headings
 */
public record Section(String heading, List<Block> blocks, List<Section> sections) {
    public Section {
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
    }

    /** A section without parts. */
    public Section(String heading, List<Block> blocks) {
        this(heading, blocks, List.of());
    }
}
