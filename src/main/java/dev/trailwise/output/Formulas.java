package dev.trailwise.output;

/**
 * Keeps spreadsheets from running text of the logs as a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
 */
final class Formulas {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    /**
     * The text, with an apostrophe before each part that a spreadsheet would take for a formula: its start, and what
     * follows a semicolon, which separates the columns of a CSV file where the comma is the decimal separator.
     */
    static String disarm(String text) {
        StringBuilder safe = new StringBuilder(text);
        for (int at = text.lastIndexOf(';'); at >= 0; at = at == 0 ? -1 : text.lastIndexOf(';', at - 1)) {
            if (isFormula(text, at + 1)) {
                safe.insert(at + 1, '\'');
            }
        }
        return (isFormula(text, 0) ? "'" : "") + safe;
    }

    /** Quotes and spaces before a formula do not stop a spreadsheet after a separator. */
    private static boolean isFormula(String text, int from) {
        int start = from;
        while (from > 0 && start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == ' ')) {
            start++;
        }
        return start < text.length() && STARTS.indexOf(text.charAt(start)) >= 0;
    }
}
