package dev.trailwise.sql.scan;

import java.util.function.BiConsumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Looks for one kind of lint at each node of a query. */
interface LintCheck {
    /** @param lints receives the place and the message of each lint found at the node */
    void at(ParseTree node, BiConsumer<ParserRuleContext, String> lints);
}
