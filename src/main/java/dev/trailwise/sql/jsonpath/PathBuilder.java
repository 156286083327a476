package dev.trailwise.sql.jsonpath;

import dev.trailwise.sql.jsonpath.Condition.Truth;
import io.trino.grammar.jsonpath.JsonPathBaseVisitor;
import io.trino.grammar.jsonpath.JsonPathParser.*;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a path of its syntax tree. What has no method here is refused. */
final class PathBuilder extends JsonPathBaseVisitor<PathBuilder.Typed> {
    private final String text;
    private int filters;
    private int subscripts;

    private PathBuilder(String text) {
        this.text = text;
    }

    /** What is known of a value before there is one. */
    public enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        UNKNOWN
    }

    /** A step with the kind of its items. */
    record Typed(Step step, Kind kind) {}

    static Path build(String text) {
        PathContext path = PathSyntax.parse(text);
        return new Path(
                path.pathMode().LAX() != null,
                new PathBuilder(text).visit(path.pathExpression()).step());
    }

    @Override
    public Typed visitChildren(RuleNode node) {
        if (node.getChildCount() == 1 && node.getChild(0) instanceof RuleNode only) {
            return visit(only);
        }
        throw problem((ParserRuleContext) node, "this part of a JSON path", false);
    }

    private PathProblem problem(ParserRuleContext at, String problem, boolean mistake) {
        return new PathProblem(text.offsetByCodePoints(0, at.getStart().getStartIndex()), problem, mistake);
    }

    private static Typed untyped(Step step) {
        return new Typed(step, Kind.UNKNOWN);
    }

    // Literals and variables

    @Override
    public Typed visitLiteral(LiteralContext literal) {
        Object value = PathLiterals.value(text, literal);
        Kind kind = value instanceof Number
                ? Kind.NUMBER
                : value instanceof String ? Kind.TEXT : value instanceof Boolean ? Kind.TRUTH : Kind.UNKNOWN;
        return new Typed(scope -> List.of(value), kind);
    }

    @Override
    public Typed visitContextVariable(ContextVariableContext variable) {
        return untyped(scope -> List.of(scope.run().input));
    }

    @Override
    public Typed visitNamedVariable(NamedVariableContext variable) {
        throw problem(variable, "a variable in a JSON path", false);
    }

    @Override
    public Typed visitLastIndexVariable(LastIndexVariableContext variable) {
        if (subscripts == 0) {
            throw problem(variable, "last is only defined inside […]", true);
        }
        return new Typed(scope -> List.of(scope.last()), Kind.NUMBER);
    }

    @Override
    public Typed visitPredicateCurrentItemVariable(PredicateCurrentItemVariableContext variable) {
        if (filters == 0) {
            throw problem(variable, "@ is only defined inside ?(…)", true);
        }
        return untyped(scope -> List.of(java.util.Objects.requireNonNull(scope.item())));
    }

    @Override
    public Typed visitParenthesizedPath(ParenthesizedPathContext path) {
        return visit(path.pathExpression());
    }

    // Arithmetic

    @Override
    public Typed visitSignedUnary(SignedUnaryContext unary) {
        boolean minus = unary.sign.getText().equals("-");
        return numbers(unary.pathExpression(), minus ? PathNumbers::negated : number -> number);
    }

    /** A change of each number. */
    private Typed numbers(ParserRuleContext base, UnaryOperator<Object> change) {
        Typed value = visit(base);
        check(base, value, Kind.NUMBER);
        return new Typed(Accessors.each(value.step(), item -> change.apply(Items.number(item))), value.kind());
    }

    private void check(ParserRuleContext at, Typed value, Kind... kinds) {
        if (value.kind() != Kind.UNKNOWN && !List.of(kinds).contains(value.kind())) {
            throw problem(at, "a number is needed here", true);
        }
    }

    @Override
    public Typed visitBinary(BinaryContext binary) {
        Typed left = visit(binary.left);
        Typed right = visit(binary.right);
        boolean known = left.kind() != Kind.UNKNOWN && right.kind() != Kind.UNKNOWN;
        if (known) {
            check(binary.left, left, Kind.NUMBER);
            check(binary.right, right, Kind.NUMBER);
        }
        String operator = binary.operator.getText();
        return new Typed(
                scope -> List.of(PathNumbers.binary(operator, operand(scope, left), operand(scope, right))),
                known ? Kind.NUMBER : Kind.UNKNOWN);
    }

    private static Object operand(Scope scope, Typed value) {
        List<Object> items = scope.unwrapped(value.step().items(scope));
        if (items.size() != 1) {
            throw new PathFailure("path evaluation failed: arithmetic binary expression requires singleton operands");
        }
        return Items.number(items.get(0));
    }

    // Accessors and methods

    private Step base(AccessorExpressionContext base) {
        return visit(base).step();
    }

    @Override
    public Typed visitMemberAccessor(MemberAccessorContext member) {
        String name = member.identifier() != null
                ? member.identifier().getText()
                : PathLiterals.unquoted(member.stringLiteral().getText());
        return untyped(Accessors.member(base(member.accessorExpression()), name));
    }

    @Override
    public Typed visitWildcardMemberAccessor(WildcardMemberAccessorContext members) {
        return untyped(Accessors.member(base(members.accessorExpression()), null));
    }

    @Override
    public Typed visitDescendantMemberAccessor(DescendantMemberAccessorContext member) {
        String name = member.identifier() != null
                ? member.identifier().getText()
                : PathLiterals.unquoted(member.stringLiteral().getText());
        return untyped(Accessors.descendants(base(member.accessorExpression()), name));
    }

    @Override
    public Typed visitWildcardArrayAccessor(WildcardArrayAccessorContext elements) {
        return untyped(Accessors.elements(base(elements.accessorExpression()), List.of()));
    }

    @Override
    public Typed visitArrayAccessor(ArrayAccessorContext elements) {
        Step base = base(elements.accessorExpression());
        subscripts++;
        List<Accessors.Subscript> which =
                elements.subscript().stream().map(this::subscript).toList();
        subscripts--;
        return untyped(Accessors.elements(base, which));
    }

    private Accessors.Subscript subscript(SubscriptContext subscript) {
        return subscript.singleton != null
                ? new Accessors.Subscript(visit(subscript.singleton).step(), Optional.empty())
                : new Accessors.Subscript(
                        visit(subscript.from).step(),
                        Optional.of(visit(subscript.to).step()));
    }

    @Override
    public Typed visitFilter(FilterContext filter) {
        Typed base = visit(filter.accessorExpression());
        filters++;
        Condition condition = condition(filter.predicate());
        filters--;
        return new Typed(Accessors.filter(base.step(), condition), base.kind());
    }

    @Override
    public Typed visitTypeMethod(TypeMethodContext method) {
        return new Typed(Accessors.types(base(method.accessorExpression())), Kind.TEXT);
    }

    @Override
    public Typed visitSizeMethod(SizeMethodContext method) {
        return new Typed(Accessors.sizes(base(method.accessorExpression())), Kind.NUMBER);
    }

    @Override
    public Typed visitDoubleMethod(DoubleMethodContext method) {
        Typed base = visit(method.accessorExpression());
        check(method.accessorExpression(), base, Kind.NUMBER, Kind.TEXT);
        return new Typed(Accessors.each(base.step(), PathLiterals::real), Kind.NUMBER);
    }

    @Override
    public Typed visitCeilingMethod(CeilingMethodContext method) {
        return numbers(method.accessorExpression(), PathNumbers::ceiling);
    }

    @Override
    public Typed visitFloorMethod(FloorMethodContext method) {
        return numbers(method.accessorExpression(), PathNumbers::floor);
    }

    @Override
    public Typed visitAbsMethod(AbsMethodContext method) {
        return numbers(method.accessorExpression(), PathNumbers::absolute);
    }

    @Override
    public Typed visitKeyValueMethod(KeyValueMethodContext method) {
        return untyped(Accessors.keyValues(base(method.accessorExpression())));
    }

    @Override
    public Typed visitDatetimeMethod(DatetimeMethodContext method) {
        throw problem(method, "datetime() in a JSON path", false);
    }

    // Conditions

    private Condition condition(RuleNode predicate) {
        if (predicate instanceof ConjunctionPredicateContext and) {
            return condition(and.left).and(condition(and.right));
        }
        if (predicate instanceof DisjunctionPredicateContext or) {
            return condition(or.left).or(condition(or.right));
        }
        if (predicate instanceof NegationPredicateContext not) {
            return condition(not.delimitedPredicate()).not();
        }
        if (predicate instanceof IsUnknownPredicateContext unknown) {
            return condition(unknown.predicate()).isUnknown();
        }
        if (predicate instanceof ParenthesizedPredicateContext inner) {
            return condition(inner.predicate());
        }
        if (predicate instanceof ExistsPredicateContext exists) {
            return exists(visit(exists.pathExpression()).step());
        }
        if (predicate instanceof ComparisonPredicateContext comparison) {
            String operator = comparison.comparisonOperator().getText().replace("!=", "<>");
            return new Comparison(
                    operator,
                    visit(comparison.left).step(),
                    visit(comparison.right).step());
        }
        if (predicate instanceof StartsWithPredicateContext starts && starts.string != null) {
            return startsWith(visit(starts.whole).step(), PathLiterals.unquoted(starts.string.getText()));
        }
        if (predicate.getChildCount() == 1 && predicate.getChild(0) instanceof RuleNode only) {
            return condition(only);
        }
        String what = predicate instanceof LikeRegexPredicateContext ? "like_regex" : "a variable";
        throw problem((ParserRuleContext) predicate, what + " in a JSON path", false);
    }

    private static Condition exists(Step path) {
        return scope -> {
            try {
                return Truth.of(!path.items(scope).isEmpty());
            } catch (PathFailure failure) {
                return Truth.UNKNOWN;
            }
        };
    }

    private static Condition startsWith(Step path, String start) {
        return scope -> {
            try {
                return startsWith(scope, scope.unwrapped(path.items(scope)), start);
            } catch (PathFailure failure) {
                return Truth.UNKNOWN;
            }
        };
    }

    private static Truth startsWith(Scope scope, List<Object> items, String start) {
        boolean found = false;
        for (Object item : items) {
            @Nullable String value = Items.text(item).orElse(null);
            if (value == null) {
                return Truth.UNKNOWN;
            }
            found |= value.startsWith(start);
            if (found && scope.run().lax) {
                return Truth.TRUE;
            }
        }
        return Truth.of(found);
    }
}
