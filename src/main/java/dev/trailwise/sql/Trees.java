package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.BasicStringLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.StringLiteralContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Short ways through the grammar's deep trees. */
final class Trees {
    private Trees() {}

    /** What an expression is, below the levels that only stand for precedence and redundant parentheses. */
    static ParserRuleContext unwrap(ParserRuleContext node) {
        ParserRuleContext at = node;
        while (true) {
            if (at instanceof ParenthesizedExpressionContext inner) {
                at = inner.expression();
            } else if (at.getChildCount() == 1
                    && at.getChild(0) instanceof ParserRuleContext only
                    && !(at instanceof StringLiteralContext)
                    && !(at instanceof ColumnReferenceContext)) {
                at = only;
            } else {
                return at;
            }
        }
    }

    /** Whether it is only names with dots between: a column, or a field of one. */
    static boolean isPath(PrimaryExpressionContext node) {
        if (node instanceof DereferenceContext field) {
            return isPath(field.base);
        }
        return node instanceof ColumnReferenceContext;
    }

    /** The text of a string literal, its quotes undone; nothing for any other expression. */
    static Optional<String> string(ParserRuleContext node) {
        if (unwrap(node) instanceof StringLiteralContext literal
                && literal.string() instanceof BasicStringLiteralContext text) {
            String quoted = text.getText();
            return Optional.of(quoted.substring(1, quoted.length() - 1).replace("''", "'"));
        }
        return Optional.empty();
    }

    static boolean isRow(ParserRuleContext node) {
        return unwrap(node) instanceof RowConstructorContext;
    }
}
