package dev.trailwise.output;

/**
 * Colours text, or leaves it.
 *
 * @param color whether to colour
 */
record Colors(boolean color) {
    private static final char ESCAPE = '\u001b';

    /** For names. */
    String bold(String text) {
        return with("1", text);
    }

    /** For what matters less: rules and NULL. */
    String dim(String text) {
        return with("2", text);
    }

    private String with(String code, String text) {
        return color ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
