package dev.trailwise.sigma.rule;

import dev.trailwise.failure.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a condition over selections: {@code or} binds least, then {@code and}, {@code not}, {@code 1 of x*} and brackets.
 *
 * @see <a
 *     href="https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md#condition">Condition</a>
 */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9_*-]+)");
    private static final String END = "";

    /** More brackets and negations than anybody writes. */
    private static final int DEEPEST = 200;

    private final Map<String, Condition> selections;
    private final int line;
    private final List<String> tokens;
    private final Set<String> used = new HashSet<>();
    private int next;
    private int depth;

    private ConditionParser(Map<String, Condition> selections, int line, List<String> tokens) {
        this.selections = selections;
        this.line = line;
        this.tokens = tokens;
    }

    /**
     * A condition, and what it uses.
     *
     * @param used the names of selections
     */
    record Parsed(Condition condition, Set<String> used) {}

    static Parsed parse(String text, Map<String, Condition> selections, int line) {
        if (text.contains("|")) {
            throw new Refusal(line, "a condition with | is of Sigma 1; write a correlation");
        }
        ConditionParser parser = new ConditionParser(selections, line, tokens(text, line));
        Condition condition = parser.or();
        if (!parser.peek().equals(END)) {
            throw parser.unexpected("the end, 'and' or 'or'");
        }
        return new Parsed(condition, parser.used);
    }

    private static List<String> tokens(String text, int line) {
        List<String> tokens = new ArrayList<>();
        String stripped = text.strip();
        Matcher token = TOKEN.matcher(stripped);
        int at = 0;
        while (at < stripped.length()) {
            token.region(at, stripped.length());
            if (!token.lookingAt()) {
                throw new Refusal(line, "the condition has '" + stripped.charAt(at) + "' where a word or bracket is");
            }
            tokens.add(token.group(1));
            at = token.end();
        }
        return tokens;
    }

    private Condition or() {
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (takes("or")) {
            parts.add(and());
        }
        return Condition.any(parts);
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>(List.of(not()));
        while (takes("and")) {
            parts.add(not());
        }
        return Condition.all(parts);
    }

    private Condition not() {
        if (++depth > DEEPEST) {
            throw new Refusal(line, "the condition is nested too deeply");
        }
        Condition condition = takes("not") ? new Condition.Not(not()) : operand();
        depth--;
        return condition;
    }

    private Condition operand() {
        if (takes("(")) {
            Condition inner = or();
            if (!takes(")")) {
                throw unexpected("')'");
            }
            return inner;
        }
        String word = peek();
        if (next + 1 < tokens.size() && tokens.get(next + 1).equalsIgnoreCase("of") && !selections.containsKey(word)) {
            next += 2;
            return quantified(word);
        }
        if (!selections.containsKey(word)) {
            throw unexpected("a selection", Suggestions.hint(word, selections.keySet()));
        }
        next++;
        used.add(word);
        return selection(word);
    }

    private Condition quantified(String quantifier) {
        String pattern = peek();
        if (pattern.equals(END) || pattern.equals("(") || pattern.equals(")")) {
            throw unexpected("'them' or a pattern of selections");
        }
        next++;
        List<Condition> chosen = selections.keySet().stream()
                .filter(name -> !name.startsWith("_") || pattern.startsWith("_"))
                .filter(name -> pattern.equals("them") ? !name.startsWith("_") : matches(pattern, name))
                .peek(used::add)
                .map(this::selection)
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal(line, "no selection is named like '" + pattern + "'");
        }
        return switch (quantifier) {
            case "1", "any" -> Condition.any(chosen);
            case "all" -> Condition.all(chosen);
            default -> throw new Refusal(line, "'" + quantifier + " of' has no meaning: use 1 of, any of or all of");
        };
    }

    private static boolean matches(String pattern, String name) {
        return Pattern.matches(pattern.replace("*", ".*"), name);
    }

    private Condition selection(String name) {
        Condition selection = selections.get(name);
        if (selection == null) {
            throw new IllegalStateException("no selection " + name);
        }
        return selection;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private boolean takes(String token) {
        boolean taken = peek().equalsIgnoreCase(token) && !selections.containsKey(peek());
        next += taken ? 1 : 0;
        return taken;
    }

    private Refusal unexpected(String wanted) {
        return unexpected(wanted, "");
    }

    private Refusal unexpected(String wanted, String hint) {
        String found = peek().equals(END) ? "ends" : "has '" + peek() + "'";
        return new Refusal(line, "the condition " + found + " where " + wanted + " is expected" + hint);
    }
}
