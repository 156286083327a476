package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.BoundedFrameContext;
import io.trino.grammar.sql.SqlBaseParser.CurrentRowBoundContext;
import io.trino.grammar.sql.SqlBaseParser.FrameBoundContext;
import io.trino.grammar.sql.SqlBaseParser.FrameExtentContext;
import io.trino.grammar.sql.SqlBaseParser.OverContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.UnboundedFrameContext;
import io.trino.grammar.sql.SqlBaseParser.WindowFrameContext;
import io.trino.grammar.sql.SqlBaseParser.WindowSpecificationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Windows, which mean the same in both engines once their expressions are translated. */
public final class Windows {
    private final Expressions expressions;

    public Windows(Expressions expressions) {
        this.expressions = expressions;
    }

    public String definitions(QuerySpecificationContext select) {
        return select.windowDefinition().stream()
                .map(window -> SqlLiteral.identifier(Names.lower(window.name)) + " AS ("
                        + specification(window.windowSpecification()) + ")")
                .collect(Collectors.joining(", "));
    }

    public String over(OverContext over) {
        return over.windowName != null
                ? "OVER " + SqlLiteral.identifier(Names.lower(over.windowName))
                : "OVER (" + specification(over.windowSpecification()) + ")";
    }

    private String specification(WindowSpecificationContext window) {
        List<String> parts = new ArrayList<>();
        if (window.existingWindowName != null) {
            parts.add(SqlLiteral.identifier(Names.lower(window.existingWindowName)));
        }
        if (!window.partition.isEmpty()) {
            parts.add("PARTITION BY "
                    + Expr.list(window.partition.stream()
                            .map(expressions::withOffset)
                            .toList()));
        }
        if (!window.sortItem().isEmpty()) {
            parts.add(new Aggregates(expressions).order(window.sortItem()).strip());
        }
        if (window.windowFrame() != null) {
            parts.add(frame(window.windowFrame()));
        }
        return String.join(" ", parts);
    }

    private String frame(WindowFrameContext frame) {
        if (frame.PATTERN() != null || frame.MEASURES() != null) {
            throw expressions.translation().unsupported(frame, "row patterns in a window");
        }
        FrameExtentContext extent = frame.frameExtent();
        String type = extent.frameType.getText().toUpperCase(Locale.ROOT);
        return extent.end == null
                ? type + " " + bound(extent.start)
                : type + " BETWEEN " + bound(extent.start) + " AND " + bound(extent.end);
    }

    private String bound(FrameBoundContext bound) {
        if (bound instanceof UnboundedFrameContext unbounded) {
            return "UNBOUNDED " + unbounded.boundType.getText().toUpperCase(Locale.ROOT);
        }
        if (bound instanceof CurrentRowBoundContext) {
            return "CURRENT ROW";
        }
        BoundedFrameContext bounded = (BoundedFrameContext) bound;
        return expressions.of(bounded.expression()).sql() + " "
                + bounded.boundType.getText().toUpperCase(Locale.ROOT);
    }
}
