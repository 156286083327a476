package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.ArithmeticBinaryContext;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.SubscriptContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Which parts of a query can have failed on a value. An engine says why it failed, but not where. */
public final class FailingPlaces {
    private static final Map<Pattern, Predicate<ParseTree>> CAUSES = causes();

    private FailingPlaces() {}

    private static Map<Pattern, Predicate<ParseTree>> causes() {
        Map<Pattern, Predicate<ParseTree>> causes = new LinkedHashMap<>();
        causes.put(Pattern.compile("^Division by zero"), operator("/", "%").or(call("mod")));
        causes.put(
                Pattern.compile("^number overflow in addition"), operator("+").or(call("sum|reduce|date_add")));
        causes.put(Pattern.compile("^number overflow in subtraction"), operator("-"));
        causes.put(Pattern.compile("^number overflow in multiplication"), operator("*"));
        causes.put(Pattern.compile("^Cannot convert value to JSON"), call("json_.*"));
        causes.put(
                Pattern.compile("^(?:Cannot cast |Value cannot be cast|Out of range for )"),
                CastContext.class::isInstance);
        causes.put(
                Pattern.compile("^Invalid (?:date )?format|not supported in date format"),
                call("from_iso8601_.*|date_parse|parse_datetime|date_format|format_datetime"));
        causes.put(Pattern.compile("^(?:Array subscript|Key not present)"), SubscriptContext.class::isInstance);
        causes.put(
                Pattern.compile("^SQL array indices start at 1"),
                call("element_at|slice").or(SubscriptContext.class::isInstance));
        causes.put(Pattern.compile("^Index must be greater than zero"), call("split_part"));
        causes.put(
                Pattern.compile("^(?:invalid regular expression|Pattern has|Illegal replacement)"), call("regexp_.*"));
        causes.put(Pattern.compile("^Invalid JSON path"), call("json_.*"));
        causes.put(Pattern.compile("^More than one row returned"), SubqueryExpressionContext.class::isInstance);
        return causes;
    }

    private static Predicate<ParseTree> operator(String... signs) {
        return node ->
                node instanceof ArithmeticBinaryContext binary && List.of(signs).contains(binary.operator.getText());
    }

    private static Predicate<ParseTree> call(String names) {
        return node -> node instanceof FunctionCallContext call
                && Names.lower(call.qualifiedName().identifier(0)).matches(names);
    }

    /**
     * The offsets in {@code text} of all parts that can fail for a reason, in the order of the text; none when the reason is
     * not one of a known part.
     *
     * @param reason why the query failed, in Trino's words
     */
    public static List<Integer> of(SqlText text, String reason) {
        List<Integer> places = new ArrayList<>();
        for (Entry<Pattern, Predicate<ParseTree>> cause : CAUSES.entrySet()) {
            if (cause.getKey().matcher(reason).find()) {
                add(AthenaSql.parse(text).query(), cause.getValue(), places);
                break;
            }
        }
        return places.stream().sorted().toList();
    }

    private static void add(ParseTree node, Predicate<ParseTree> wanted, List<Integer> places) {
        if (wanted.test(node)) {
            Token at = node instanceof ArithmeticBinaryContext binary
                    ? binary.operator
                    : ((ParserRuleContext) node).getStart();
            places.add(at.getStartIndex());
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            add(node.getChild(i), wanted, places);
        }
    }
}
