package dev.trailwise.output;

/**
 * Colours text, or leaves it.
 *
 * @param color whether to colour
 */
record Colors(boolean color) {
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final char ESCAPE = '\u001b';

    /** For names. */
    String bold(String text) {
        return with("1", text);
    }

    /** For what matters less: rules and NULL. */
    String dim(String text) {
        return with("2", text);
    }

    /** A value: severe levels and failed calls stand out. */
    String value(String column, String text) {
        return switch (column) {
            case "level" ->
                switch (text) {
                    case "critical", "high" -> with(RED, text);
                    case "medium" -> with(YELLOW, text);
                    default -> text;
                };
            case "errorcode" -> with(YELLOW, text);
            case "outcome" -> text.equals("success") ? text : with(YELLOW, text);
            default -> text;
        };
    }

    private String with(String code, String text) {
        return color ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
