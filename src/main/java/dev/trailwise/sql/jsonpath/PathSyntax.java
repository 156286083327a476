package dev.trailwise.sql.jsonpath;

import io.trino.grammar.jsonpath.JsonPathLexer;
import io.trino.grammar.jsonpath.JsonPathParser;
import io.trino.grammar.jsonpath.JsonPathParser.PathContext;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads the syntax of a path. */
final class PathSyntax extends BaseErrorListener {
    /** The most symbols of a path that is read: longer ones could nest deeper than a thread's stack. */
    private static final int LONGEST = 500;

    private final String text;

    private PathSyntax(String text) {
        this.text = text;
    }

    static PathContext parse(String text) {
        CommonTokenStream symbols = new CommonTokenStream(new JsonPathLexer(CharStreams.fromString(text)));
        symbols.fill();
        if (symbols.getNumberOfOnChannelTokens() > LONGEST) {
            throw new PathProblem(0, "a JSON path of more than " + LONGEST + " symbols", false);
        }
        JsonPathParser parser = new JsonPathParser(symbols);
        parser.removeErrorListeners();
        parser.addErrorListener(new PathSyntax(text));
        return parser.path();
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offending,
            int line,
            int column,
            String message,
            @Nullable RecognitionException error) {
        int offset = text.length();
        String what = "the JSON path ends too early";
        if (offending instanceof Token token && token.getType() != Token.EOF) {
            offset = text.offsetByCodePoints(0, token.getStartIndex());
            what = offset == 0
                    ? "a JSON path begins with lax or strict, for example 'lax $.a'"
                    : "unexpected '" + token.getText() + "' in the JSON path";
        }
        throw new PathProblem(offset, what, true);
    }
}
