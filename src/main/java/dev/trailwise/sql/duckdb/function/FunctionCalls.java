package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.CommonMistakes;
import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.HiddenNulls;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.translation.TryExpressions;
import dev.trailwise.sql.duckdb.value.Casts;
import dev.trailwise.sql.duckdb.value.Offsets;
import dev.trailwise.sql.duckdb.value.Types;
import dev.trailwise.sql.duckdb.value.Zones;
import dev.trailwise.sql.function.Function;
import dev.trailwise.sql.function.FunctionRegistry;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.TypePattern;
import dev.trailwise.sql.text.SqlProblem;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.LambdaContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Function calls: the form of the registry that the arguments fit, and DuckDB's words for it. */
public final class FunctionCalls {
    private static final Pattern SLOT = Pattern.compile("\\$([1-9*&])");

    private final Expressions expressions;
    private final Translation translation;

    public FunctionCalls(Expressions expressions) {
        this.expressions = expressions;
        this.translation = expressions.translation();
    }

    public Expr call(FunctionCallContext call) {
        if (call.processingMode() != null || call.qualifiedName().identifier().size() != 1) {
            throw unknown(call, call.qualifiedName().getText());
        }
        String name = Names.lower(call.qualifiedName().identifier(0));
        if (expressions.tries().isPresent() && grouped(call, name)) {
            TryExpressions tries = expressions.tries().get();
            return tries.take(new FunctionCalls(tries.outside()).call(call));
        }
        if (name.equals("try") && call.expression().size() == 1) {
            return tried(call);
        }
        if ((name.equals("at_timezone") || name.equals("with_timezone"))
                && call.expression().size() == 2) {
            return zone(call, name);
        }
        Optional<ParserRuleContext> once = OnceCalls.body(call, name);
        if (once.isPresent()) {
            return expressions.of(once.get()).wrapped();
        }
        if (name.equals("transform")) {
            Optional<Expr> texts = new SqlJsonCalls(expressions).texts(call);
            if (texts.isPresent()) {
                return texts.get();
            }
        }
        Aggregates aggregates = new Aggregates(expressions);
        if (call.ASTERISK() != null) {
            if (!name.equals("count") || call.label != null) {
                throw unknown(call, name + "(*)");
            }
            return Expr.of("count(*)" + aggregates.after(call), Type.Simple.BIGINT);
        }
        Call bound = bind(call, name, call.expression());
        if (bound.function().kind() == Function.Kind.SCALAR) {
            aggregates.refuse(call);
            return zoned(bound, scalar(bound));
        }
        return zoned(bound, aggregates.translate(call, bound));
    }

    /** {@code TRY(x)}; a cast in it is one that does not fail. */
    private Expr tried(FunctionCallContext call) {
        ParserRuleContext argument = ParseTrees.unwrap(call.expression(0));
        if (argument instanceof CastContext cast) {
            Type type = Types.read(translation, cast.type());
            return Casts.cast(expressions, cast, TryExpressions.of(expressions, cast.expression()), type, true);
        }
        return TryExpressions.of(expressions, argument);
    }

    private Expr zoned(Call bound, Expr value) {
        return bound.zone().isPresent()
                ? Zones.result(expressions, bound, value)
                : Offsets.read(expressions, bound, value);
    }

    /** {@code at_timezone} shows an instant in a zone, {@code with_timezone} takes a time as one of its clocks. */
    private Expr zone(FunctionCallContext call, String name) {
        Expr value = expressions.withOffset(call.expression(0));
        Optional<String> zone = ParseTrees.string(call.expression(1));
        if (name.equals("at_timezone")) {
            return Zones.at(expressions, call.expression(1), value, zone);
        }
        Expr local = expressions.as(call.expression(0), value, Type.Simple.TIMESTAMP);
        return Zones.with(expressions, call.expression(1), local, zone);
    }

    /** Whether a call is of rows: of an aggregate or a window function. */
    private static boolean grouped(FunctionCallContext call, String name) {
        return call.over() != null || isAggregate(name);
    }

    /** Whether a call is one of an aggregate, which gives one value for all rows. */
    public static boolean isAggregate(FunctionCallContext call) {
        return call.over() == null && isAggregate(call.qualifiedName().getText().toLowerCase(Locale.ROOT));
    }

    private static boolean isAggregate(String name) {
        return FunctionRegistry.get().named(name).stream()
                .anyMatch(function -> function.kind() == Function.Kind.AGGREGATE);
    }

    /** A call whose syntax is not that of a function, such as {@code SUBSTRING(x FROM 2)}. */
    public Expr call(ParserRuleContext at, String name, List<? extends ParserRuleContext> arguments) {
        Call bound = bind(at, name, arguments);
        return zoned(bound, scalar(bound));
    }

    private SqlProblem unknown(ParserRuleContext at, String name) {
        return OtherFunctions.problem(translation, at, name);
    }

    private Expr scalar(Call call) {
        Expr value = translated(call);
        return call.function().name().equals("if") ? value : HiddenNulls.call(value, call.places(), call.arguments());
    }

    private Expr translated(Call call) {
        Function function = call.function();
        return switch (function.support()) {
            case NATIVE ->
                function.name().equals("coalesce") && (call.zone().isPresent() || laterMayFail(call))
                        ? Offsets.first(call)
                        : Expr.of(function.body() + "(" + Expr.list(call.arguments()) + ")", call.result());
            case EXPRESSION -> typed(filled(call, "", ""), call);
            default -> new FunctionRewrites(expressions).rewrite(call);
        };
    }

    private static boolean laterMayFail(Call call) {
        return call.arguments().stream().skip(1).anyMatch(value -> TryExpressions.isFallible(value.sql()));
    }

    /** Where an argument is a NULL, DuckDB may not know the type of an element. */
    private static Expr typed(String sql, Call call) {
        boolean element =
                call.function().name().equals("element_at") && !call.result().equals(Type.Simple.UNKNOWN);
        return Expr.of(element ? "CAST(" + sql + " AS " + call.result().duckDb() + ")" : sql, call.result());
    }

    /**
     * The body of a function with its arguments in.
     *
     * @param all what stands for {@code $*}
     * @param after what stands for {@code $&}
     */
    static String filled(Call call, String all, String after) {
        String body = SLOT.matcher(JavaCalls.expanded(call, call.function().body()))
                .replaceAll(slot -> Matcher.quoteReplacement(
                        switch (slot.group(1)) {
                            case "*" -> all;
                            case "&" -> after;
                            default -> call.sql(Integer.parseInt(slot.group(1)) - 1);
                        }));
        return body.startsWith("CASE") ? "(" + body + ")" : body;
    }

    private Call bind(ParserRuleContext at, String name, List<? extends ParserRuleContext> places) {
        List<Function> forms = FunctionRegistry.get().named(name);
        if (forms.isEmpty()) {
            throw unknown(at, name);
        }
        if (forms.get(0).support() == Function.Support.UNSUPPORTED) {
            throw translation.unsupported(
                    at, "the function " + name + " (" + forms.get(0).body() + ")");
        }
        List<Optional<Expr>> values = new ArrayList<>();
        for (ParserRuleContext place : places) {
            values.add(
                    ParseTrees.unwrap(place) instanceof LambdaContext
                            ? Optional.empty()
                            : Optional.of(
                                    Zones.takesOffset(name, values.size())
                                            ? expressions.withOffset(place)
                                            : expressions.of(place)));
        }
        Optional<Type.InZone> zone = Offsets.chosen(expressions, name, places, values);
        if (zone.isPresent()) {
            values = Zones.each(values, Zones::instant);
        } else {
            zone = Zones.of(values);
            values = zone.isPresent()
                    ? Zones.arguments(expressions, name, places, values, zone.get())
                    : Zones.inUtc(expressions, name, places, values);
        }
        List<Optional<Type>> types =
                values.stream().map(value -> value.map(Expr::type)).toList();
        Function function = choose(at, name, forms, types);
        Map<String, Type> letters = new HashMap<>(function.fit(types).orElseThrow());
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            arguments.add(
                    values.get(i).isPresent()
                            ? argument(places.get(i), values.get(i).get(), function.parameter(i), letters)
                            : lambda((LambdaContext) ParseTrees.unwrap(places.get(i)), function.parameter(i), letters));
        }
        return new Call(at, function, places, arguments, letters, zone);
    }

    private Expr argument(ParserRuleContext at, Expr value, TypePattern parameter, Map<String, Type> letters) {
        Type type = parameter.name().equals("row") || parameter.name().equals("decimal")
                ? value.type()
                : parameter.type(letters);
        if (parameter.name().equals("row") || parameter.name().equals("decimal")) {
            letters.put(parameter.name(), value.type());
        }
        return value.isNull() || type == Type.Simple.UNKNOWN ? value : expressions.as(at, value, type);
    }

    private Function choose(ParserRuleContext at, String name, List<Function> forms, List<Optional<Type>> types) {
        Optional<Function> first = Optional.empty();
        Optional<Function> withoutFloating = Optional.empty();
        for (Function form : forms) {
            Optional<Map<String, Type>> letters = form.takes(types.size()) ? form.fit(types) : Optional.empty();
            if (letters.isPresent() && form.exact(types, letters.get())) {
                return form;
            }
            if (letters.isPresent()) {
                first = first.isPresent() ? first : Optional.of(form);
                boolean exact = withoutFloating.isEmpty() && form.keepsExact(types, letters.get());
                withoutFloating = exact ? Optional.of(form) : withoutFloating;
            }
        }
        return withoutFloating.isPresent()
                ? withoutFloating.get()
                : first.orElseThrow(() -> misfit(at, name, forms, types));
    }

    private SqlProblem misfit(ParserRuleContext at, String name, List<Function> forms, List<Optional<Type>> types) {
        String given = String.join(
                ", ",
                types.stream()
                        .map(type -> type.map(Type::toString).orElse("lambda"))
                        .toList());
        String known = String.join(", ", forms.stream().map(Function::signature).toList());
        return translation.wrong(
                at,
                name + " does not take (" + given + "); it takes " + known
                        + CommonMistakes.arguments(
                                name,
                                at,
                                types.stream()
                                        .map(type -> type.map(Type::toString).orElse(""))
                                        .toList()));
    }

    /** A lambda in DuckDB's words. Its parameters get names of their own, so that they hide no column. */
    private Expr lambda(LambdaContext lambda, TypePattern parameter, Map<String, Type> letters) {
        int expected = parameter.parts().size() - 1;
        if (lambda.identifier().size() != expected) {
            throw translation.wrong(lambda, "this lambda must have " + expected + " parameters");
        }
        List<Column> names = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            String name = translation.local(lambda, "x" + i);
            fresh.add(name);
            names.add(new Column(
                    List.of(),
                    Names.of(lambda.identifier(i)),
                    Expr.of(name, parameter.parts().get(i).type(letters))));
        }
        Expr body = expressions.inside(names).of(lambda.expression());
        TypePattern result = parameter.parts().get(expected);
        if (!result.matches(body.type(), letters)) {
            throw translation.wrong(
                    lambda.expression(), "this is " + body.type() + ", where " + result.type(letters) + " is needed");
        }
        Type wanted = result.type(letters);
        Expr value = body.isNull() || wanted == Type.Simple.UNKNOWN
                ? body
                : expressions.as(lambda.expression(), body, wanted);
        return Expr.of("lambda " + String.join(", ", fresh) + ": " + value.sql(), value.type());
    }
}
