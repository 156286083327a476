package dev.trailwise.sql;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Formats of times, MySQL's and Joda's, as strftime's. */
final class DateFormats {
    private static final Pattern MYSQL_LETTER = Pattern.compile("%(.?)");
    private static final Pattern JODA_PART = Pattern.compile("'((?:[^']|'')*)'|([A-Za-z])\\2*|[^A-Za-z']");

    /** @see <a href="https://trino.io/docs/435/functions/datetime.html#mysql-date-functions">MySQL date functions</a> */
    private static final Map<String, String> MYSQL = Map.ofEntries(
            Map.entry("a", "%a"),
            Map.entry("b", "%b"),
            Map.entry("c", "%-m"),
            Map.entry("d", "%d"),
            Map.entry("e", "%-d"),
            Map.entry("f", "%f"),
            Map.entry("H", "%H"),
            Map.entry("h", "%I"),
            Map.entry("I", "%I"),
            Map.entry("i", "%M"),
            Map.entry("j", "%j"),
            Map.entry("k", "%-H"),
            Map.entry("l", "%-I"),
            Map.entry("M", "%B"),
            Map.entry("m", "%m"),
            Map.entry("p", "%p"),
            Map.entry("r", "%I:%M:%S %p"),
            Map.entry("S", "%S"),
            Map.entry("s", "%S"),
            Map.entry("T", "%H:%M:%S"),
            Map.entry("v", "%V"),
            Map.entry("W", "%A"),
            Map.entry("x", "%G"),
            Map.entry("Y", "%Y"),
            Map.entry("y", "%y"),
            Map.entry("%", "%%"));

    /** @see <a href="https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html">Joda's patterns</a> */
    private static final Map<String, String> JODA = Map.ofEntries(
            Map.entry("yyyy", "%Y"),
            Map.entry("YYYY", "%Y"),
            Map.entry("y", "%Y"),
            Map.entry("yy", "%y"),
            Map.entry("MM", "%m"),
            Map.entry("M", "%-m"),
            Map.entry("MMM", "%b"),
            Map.entry("MMMM", "%B"),
            Map.entry("dd", "%d"),
            Map.entry("d", "%-d"),
            Map.entry("HH", "%H"),
            Map.entry("H", "%-H"),
            Map.entry("hh", "%I"),
            Map.entry("h", "%-I"),
            Map.entry("mm", "%M"),
            Map.entry("m", "%-M"),
            Map.entry("ss", "%S"),
            Map.entry("s", "%-S"),
            Map.entry("SSS", "%g"),
            Map.entry("EEE", "%a"),
            Map.entry("E", "%a"),
            Map.entry("EEEE", "%A"),
            Map.entry("a", "%p"),
            Map.entry("DDD", "%j"),
            Map.entry("xxxx", "%G"),
            Map.entry("ww", "%V"),
            Map.entry("e", "%u"),
            Map.entry("Z", "+0000"),
            Map.entry("ZZ", "+00:00"));

    private DateFormats() {}

    static String mysql(Translation translation, ParserRuleContext at) {
        String format = literal(translation, at);
        Matcher letters = MYSQL_LETTER.matcher(format);
        return SqlLiteral.text(
                letters.replaceAll(letter -> Matcher.quoteReplacement(known(translation, at, MYSQL, letter.group(1)))));
    }

    static String joda(Translation translation, ParserRuleContext at) {
        Matcher parts = JODA_PART.matcher(literal(translation, at));
        return SqlLiteral.text(
                parts.replaceAll(part -> Matcher.quoteReplacement(part(translation, at, part.group(), part.group(1)))));
    }

    private static String part(Translation translation, ParserRuleContext at, String part, String quoted) {
        if (part.startsWith("'")) {
            String text = quoted.isEmpty() ? "'" : quoted.replace("''", "'");
            return text.replace("%", "%%");
        }
        return Character.isLetter(part.charAt(0)) ? known(translation, at, JODA, part) : part.replace("%", "%%");
    }

    private static String known(
            Translation translation, ParserRuleContext at, Map<String, String> letters, String letter) {
        String strftime = letters.get(letter);
        if (strftime == null) {
            throw translation.unsupported(at, "the letter " + Excerpt.neutral(letter) + " of this format");
        }
        return strftime;
    }

    private static String literal(Translation translation, ParserRuleContext at) {
        return Trees.string(at).orElseThrow(() -> translation.unsupported(at, "a format that is no literal"));
    }
}
