package dev.trailwise.chart.text;

/** Bars of eighths of a character. */
final class Blocks {
    private static final String FROM_LEFT = " ▏▎▍▌▋▊▉█";
    private static final String FROM_BELOW = " ▁▂▃▄▅▆▇█";
    private static final int PARTS = 8;

    private Blocks() {}

    /** A bar from the left; a value above 0 is always seen. */
    static String bar(long value, long largest, int columns) {
        int eighths = eighths(value, largest, columns);
        String rest = eighths % PARTS == 0 ? "" : FROM_LEFT.substring(eighths % PARTS, eighths % PARTS + 1);
        return "█".repeat(eighths / PARTS) + rest;
    }

    /**
     * What a bar from below has in a line.
     *
     * @param line from 0 at the foot
     */
    static char column(long value, long end, int lines, int line) {
        int eighths = eighths(value, end, lines) - PARTS * line;
        return FROM_BELOW.charAt(Math.max(0, Math.min(PARTS, eighths)));
    }

    private static int eighths(long value, long largest, int characters) {
        if (value <= 0) {
            return 0;
        }
        return Math.max(1, (int) Math.round((double) PARTS * characters * value / largest));
    }
}
