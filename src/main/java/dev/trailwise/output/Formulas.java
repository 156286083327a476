package dev.trailwise.output;

/**
 * Keeps spreadsheets from running text of the logs as a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
 */
final class Formulas {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    /** The text, with an apostrophe before it when a spreadsheet would take it for a formula. */
    static String disarm(String text) {
        return text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
