package dev.trailwise.sql;

import dev.trailwise.sql.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Turns the first thing that the grammar does not take into a problem at its place. */
final class SyntaxErrors extends BaseErrorListener {
    private static final int MOST_EXPECTED = 5;

    private final SqlText sql;

    SyntaxErrors(SqlText sql) {
        this.sql = sql;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offending,
            int line,
            int charPositionInLine,
            String message,
            @Nullable RecognitionException error) {
        if (!(offending instanceof Token token)) {
            throw sql.problem(0, message);
        }
        boolean end = token.getType() == Token.EOF;
        String what = end ? "the query ends too early" : "unexpected " + shown(token.getText());
        String advice = CommonMistakes.syntax(token, before(recognizer, token));
        throw sql.problem(
                end ? endOfText() : token.getStartIndex(),
                what + (advice.isEmpty() ? expected((Parser) recognizer) : advice));
    }

    /** The token before another, empty at the beginning. */
    private static String before(Recognizer<?, ?> recognizer, Token token) {
        TokenStream tokens = ((Parser) recognizer).getTokenStream();
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return tokens.get(i).getText();
            }
        }
        return "";
    }

    private int endOfText() {
        return sql.text().stripTrailing().length();
    }

    private static String shown(String token) {
        String text = Excerpt.neutral(token);
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }

    private static String expected(Parser parser) {
        IntervalSet types = parser.getExpectedTokens();
        if (types.isNil() || types.size() > MOST_EXPECTED) {
            return "";
        }
        List<String> names = new ArrayList<>();
        for (int type : types.toList()) {
            names.add(
                    type == Token.EOF
                            ? "the end"
                            : parser.getVocabulary().getDisplayName(type).toLowerCase(Locale.ROOT));
        }
        return "; expected " + String.join(", ", names).toUpperCase(Locale.ROOT).replace("THE END", "the end");
    }
}
