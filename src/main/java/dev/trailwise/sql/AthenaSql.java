package dev.trailwise.sql;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.sql.function.FunctionRegistry;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.sql.text.SqlSource;
import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads Athena SQL with the grammar of Trino 435. Takes exactly one statement that only reads: a query, or EXPLAIN of
 * one.
 */
public final class AthenaSql {
    private static final Set<Integer> STARTS_A_QUERY = Set.of(
            SqlBaseLexer.SELECT, SqlBaseLexer.WITH, SqlBaseLexer.VALUES, SqlBaseLexer.TABLE, SqlBaseLexer.EXPLAIN);

    private static final Set<String> STATEMENTS = Set.of(
            "ALTER",
            "ANALYZE",
            "CALL",
            "COMMENT",
            "COMMIT",
            "CREATE",
            "DEALLOCATE",
            "DELETE",
            "DENY",
            "DESC",
            "DESCRIBE",
            "DROP",
            "EXECUTE",
            "GRANT",
            "INSERT",
            "MERGE",
            "MSCK",
            "OPTIMIZE",
            "PREPARE",
            "REFRESH",
            "RESET",
            "REVOKE",
            "ROLLBACK",
            "SET",
            "SHOW",
            "START",
            "TRUNCATE",
            "UPDATE",
            "USE",
            "VACUUM");

    private static final String ONLY_QUERIES = " is not a query; only SELECT, WITH, VALUES and TABLE are run here";

    private static final Map<String, Remedy> ADVICE = Map.of(
            "CREATE", Remedy.command(CommandName.TABLE_CREATE, "makes the table itself"),
            "DROP", Remedy.command(CommandName.TABLE_DROP, "drops the table itself"),
            "MSCK", Remedy.action("the table needs no partitions loaded, it projects them"),
            "ALTER", Remedy.action("the table needs no partitions added, it projects them"),
            "EXECUTE", Remedy.command(CommandName.RUN, "runs a saved query with parameters"),
            "PREPARE", Remedy.command(CommandName.RUN, "runs a saved query with parameters"));

    /** The parser's time grows steeply with nesting; nobody writes more than a few dozen levels. */
    private static final int DEEPEST = 100;

    private static final String TYPICAL =
            "SELECT a, count(*) FROM t WHERE b = 'c' AND d IN ('e') GROUP BY 1 ORDER BY 2";

    private AthenaSql() {}

    /**
     * Begins to load the grammar and the functions, in a thread of its own, and returns at once. Loading takes longer than
     * reading a query: a program that is going to read one, and has something else to do first, saves that time.
     *
     * @param likely asked for the text that will be read, as far as it can be guessed: what the grammar finds out of a text
     *     serves the next one that is like it. What it throws is passed over.
     */
    public static void load(Callable<Optional<String>> likely) {
        Thread loading = new Thread(
                () -> {
                    try {
                        parse(new SqlSource("", likely.call().orElse(TYPICAL)));
                    } catch (Exception wrongGuess) {
                        parse(new SqlSource("", TYPICAL));
                    }
                    FunctionRegistry.get();
                },
                "grammar");
        loading.setDaemon(true);
        loading.start();
    }

    /**
     * Parses the author's text.
     *
     * @throws SqlProblem when it is not one query, with the place
     */
    public static ParsedSql parse(SqlSource source) {
        return parse(SqlText.of(source));
    }

    /**
     * Parses an edited text; problems are shown in the author's. The same text is parsed once, however often it is asked
     * for.
     *
     * @throws SqlProblem when it is not one query, with the place
     */
    public static ParsedSql parse(SqlText sql) {
        return sql.parsed(AthenaSql::read);
    }

    private static ParsedSql read(SqlText sql) {
        int nul = sql.text().indexOf('\0');
        if (nul >= 0) {
            throw sql.problem(nul, "a NUL character cannot be part of a query");
        }
        CommonTokenStream tokens = tokens(sql);
        check(sql, tokens.getTokens());
        try {
            return new ParsedSql(sql, tree(sql, tokens));
        } catch (StackOverflowError tooDeep) {
            throw sql.problem(0, "the query is nested too deeply to be understood; split it or shorten its chains");
        }
    }

    private static CommonTokenStream tokens(SqlText sql) {
        String text = sql.text();
        SqlBaseLexer lexer = lexer(text);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        List<Token> all = tokens.getTokens();
        int last = all.size() - 2;
        while (last >= 0 && (hidden(all.get(last)) || all.get(last).getType() == SqlBaseLexer.SEMICOLON)) {
            last--;
        }
        boolean closed = all.stream().skip(last + 1).anyMatch(token -> token.getType() == SqlBaseLexer.SEMICOLON);
        if (!closed) {
            return tokens;
        }
        int end = last < 0 ? 0 : all.get(last).getStopIndex() + 1;
        CommonTokenStream cut = new CommonTokenStream(lexer(text.substring(0, end)));
        cut.fill();
        return cut;
    }

    private static SqlBaseLexer lexer(String text) {
        SqlBaseLexer lexer = new SqlBaseLexer(new TextStream(text));
        lexer.removeErrorListeners();
        return lexer;
    }

    private static boolean hidden(Token token) {
        return token.getChannel() != Token.DEFAULT_CHANNEL;
    }

    private static void check(SqlText sql, List<Token> tokens) {
        List<Token> visible = tokens.stream().filter(token -> !hidden(token)).toList();
        Token first = visible.stream()
                .filter(token -> !token.getText().equals("("))
                .findFirst()
                .orElseThrow();
        if (first.getType() == Token.EOF) {
            throw sql.problem(first.getStartIndex(), "there is no query here");
        }
        if (!STARTS_A_QUERY.contains(first.getType())) {
            refuseOther(sql, first, visible);
        }
        int depth = 0;
        for (Token token : visible) {
            refuse(sql, token);
            depth += depthChange(token.getText());
            if (depth > DEEPEST) {
                throw sql.problem(token.getStartIndex(), "more than " + DEEPEST + " parentheses inside one another");
            }
        }
    }

    private static int depthChange(String token) {
        return switch (token) {
            case "(", "[" -> 1;
            case ")", "]" -> -1;
            default -> 0;
        };
    }

    private static void refuseOther(SqlText sql, Token first, List<Token> visible) {
        String word = first.getText().toUpperCase(Locale.ROOT);
        if (word.equals("UNLOAD")) {
            throw sql.problem(
                    first.getStartIndex(),
                    "UNLOAD writes to S3 and" + ONLY_QUERIES.replace(" is not", " is therefore not")
                            + "; give its inner SELECT, and -o FILE for a file here");
        }
        if (STATEMENTS.contains(word)) {
            Token second = visible.get(Math.min(visible.indexOf(first) + 1, visible.size() - 1));
            String kind = second.getText().matches("[A-Za-z]+")
                    ? word + " " + second.getText().toUpperCase(Locale.ROOT)
                    : word;
            SqlProblem problem = sql.problem(first.getStartIndex(), kind + ONLY_QUERIES);
            throw Optional.ofNullable(ADVICE.get(word)).map(problem::with).orElse(problem);
        }
    }

    private static void refuse(SqlText sql, Token token) {
        switch (token.getType()) {
            case SqlBaseLexer.SEMICOLON ->
                throw sql.problem(token.getStartIndex(), "more than one statement; give one query at a time");
            case SqlBaseLexer.BACKQUOTED_IDENTIFIER ->
                throw sql.problem(
                        token.getStartIndex(),
                        "backquotes are for Athena's DDL only; in a query quote the name as \""
                                + Excerpt.neutral(token.getText().replace("`", ""))
                                + "\"");
            case SqlBaseLexer.DIGIT_IDENTIFIER ->
                throw sql.problem(
                        token.getStartIndex(), "a name cannot begin with a digit; quote it with double quotes");
            case SqlBaseLexer.QUESTION_MARK ->
                throw sql.problem(
                        token.getStartIndex(),
                        "a ? parameter has no value here; write the value, or :name in a saved query");
            case SqlBaseLexer.UNRECOGNIZED -> throw sql.problem(token.getStartIndex(), unrecognized(token.getText()));
            default -> {}
        }
    }

    private static String unrecognized(String text) {
        return switch (text) {
            case "'" -> "this string has no closing quote";
            case "\"" -> "this quoted name has no closing quote";
            case "`" -> "backquotes are for Athena's DDL only; in a query quote a name with double quotes";
            case "\u201C", "\u201D", "\u2018", "\u2019" ->
                "a typographic quote is not SQL; write ' around a string, \" around a name";
            default -> "'" + Excerpt.neutral(text) + "' has no meaning in SQL";
        };
    }

    /** Tries the fast prediction first; the full one decides, and words the error. */
    private static SqlBaseParser.StatementContext tree(SqlText sql, CommonTokenStream tokens) {
        SqlBaseParser parser = new SqlBaseParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new org.antlr.v4.runtime.BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return parser.singleStatement().statement();
        } catch (ParseCancellationException tryHarder) {
            tokens.seek(0);
            parser.reset();
            parser.setErrorHandler(new org.antlr.v4.runtime.DefaultErrorStrategy());
            parser.addErrorListener(new SyntaxErrors(sql));
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            return parser.singleStatement().statement();
        }
    }
}
