package dev.trailwise.query;

import io.trino.grammar.sql.SqlBaseLexer;
import java.util.List;
import java.util.function.IntPredicate;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** SQL as Trino's own lexer reads it. */
final class TrinoTokens {
    private TrinoTokens() {}

    /** The values of the string literals, in order. */
    static List<String> strings(String sql) {
        return texts(sql, type -> type == SqlBaseLexer.STRING).stream()
                .map(text -> text.substring(1, text.length() - 1).replace("''", "'"))
                .toList();
    }

    /** All tokens but the string literals: what a value must never change. */
    static List<String> withoutStrings(String sql) {
        return texts(sql, type -> type != SqlBaseLexer.STRING);
    }

    private static List<String> texts(String sql, IntPredicate type) {
        return new SqlBaseLexer(CharStreams.fromString(sql))
                .getAllTokens().stream()
                        .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                        .filter(token -> type.test(token.getType()))
                        .map(Token::getText)
                        .toList();
    }
}
