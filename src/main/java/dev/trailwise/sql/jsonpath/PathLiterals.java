package dev.trailwise.sql.jsonpath;

import com.fasterxml.jackson.databind.node.NullNode;
import io.trino.grammar.jsonpath.JsonPathParser.DecimalLiteralContext;
import io.trino.grammar.jsonpath.JsonPathParser.DoubleLiteralContext;
import io.trino.grammar.jsonpath.JsonPathParser.LiteralContext;
import io.trino.grammar.jsonpath.JsonPathParser.NumericLiteralContext;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Literals of paths. */
final class PathLiterals {
    private static final int MOST_DIGITS = 38;

    private PathLiterals() {}

    static Object value(String path, LiteralContext literal) {
        if (literal.numericLiteral() != null) {
            return number(path, literal.numericLiteral());
        }
        if (literal.stringLiteral() != null) {
            return unquoted(literal.stringLiteral().getText());
        }
        return literal.booleanLiteral() == null
                ? NullNode.getInstance()
                : Boolean.valueOf(literal.booleanLiteral().getText());
    }

    static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
    }

    private static Object number(String path, NumericLiteralContext literal) {
        String text = literal.getText();
        if (literal instanceof DoubleLiteralContext) {
            return Double.valueOf(text);
        }
        if (literal instanceof DecimalLiteralContext) {
            BigDecimal decimal = new BigDecimal(text);
            if (decimal.precision() <= MOST_DIGITS && decimal.scale() <= MOST_DIGITS) {
                return decimal;
            }
            throw tooLarge(path, literal);
        }
        BigInteger whole = new BigInteger(text);
        if (whole.bitLength() > 63) {
            throw tooLarge(path, literal);
        }
        return whole.bitLength() > 31 ? (Object) whole.longValue() : (Object) whole.intValue();
    }

    private static PathProblem tooLarge(String path, NumericLiteralContext literal) {
        int offset = path.offsetByCodePoints(0, literal.getStart().getStartIndex());
        return new PathProblem(offset, "this number is too large", true);
    }

    /** What {@code double()} gives. */
    static Object real(Object item) {
        Object text = Items.text(item).orElse(null);
        if (text == null) {
            return ((Number) Items.number(item)).doubleValue();
        }
        try {
            return Double.parseDouble((String) text);
        } catch (NumberFormatException notANumber) {
            throw new PathFailure("path evaluation failed: Cannot cast '" + text + "' to DOUBLE");
        }
    }
}
