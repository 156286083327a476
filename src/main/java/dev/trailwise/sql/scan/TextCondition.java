package dev.trailwise.sql.scan;

import java.util.List;

/**
 * A condition on one text: how it compares with literals, by the bytes of its UTF-8.
 *
 * @param path the column or field, in lower case, such as {@code useridentity.arn}
 * @param texts the literals; one of them but for {@link Operator#IN} and {@link Operator#IN_LOWER}
 */
public record TextCondition(String path, Operator operator, List<String> texts) {
    public TextCondition {
        texts = List.copyOf(texts);
    }

    /** How it compares. */
    public enum Operator {
        IN,
        /** The text in lower case, as {@code lower} makes it, is one of them. */
        IN_LOWER,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}
