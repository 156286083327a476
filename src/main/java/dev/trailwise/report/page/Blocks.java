package dev.trailwise.report.page;

import dev.trailwise.chart.Numbers;
import dev.trailwise.report.page.Block.Alert;
import dev.trailwise.report.page.Block.Code;
import dev.trailwise.report.page.Block.Columns;
import dev.trailwise.report.page.Block.Facts;
import dev.trailwise.report.page.Block.Picture;
import dev.trailwise.report.page.Block.Prose;
import dev.trailwise.report.page.Block.Table;
import dev.trailwise.report.page.Block.Tree;
import dev.trailwise.report.page.Block.TreeNode;
import dev.trailwise.report.page.DataTable.Column;
import dev.trailwise.report.page.DataTable.Kind;
import java.util.List;
import java.util.Locale;

/** Writes blocks as HTML. */
final class Blocks {
    private final HtmlText html;

    Blocks(HtmlText html) {
        this.html = html;
    }

    void write(List<Block> blocks) {
        blocks.forEach(this::write);
    }

    private void write(Block block) {
        if (block instanceof Prose prose) {
            prose(prose.text());
        } else if (block instanceof Alert alert) {
            alert(alert);
        } else if (block instanceof Facts facts) {
            facts(facts);
        } else if (block instanceof Table table) {
            table(table.data());
        } else if (block instanceof Picture picture) {
            picture(picture);
        } else if (block instanceof Code code) {
            code(code);
        } else if (block instanceof Tree tree) {
            tree(tree.roots());
        } else if (block instanceof Columns columns) {
            html.open("div", "class", "columns").line();
            write(columns.blocks());
            html.close().line();
        }
    }

    private void prose(String text) {
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            html.element("p", paragraph.strip().replaceAll("\\s+", " ")).line();
        }
    }

    private void alert(Alert alert) {
        html.open("div", "class", "alert", "role", "note");
        html.element("p", alert.heading(), "class", "alert-heading").line();
        if (!alert.lines().isEmpty()) {
            html.open("ul").line();
            alert.lines().forEach(line -> lines(html.open("li"), line).close().line());
            html.close();
        }
        html.close().line();
    }

    /** The text with its line breaks. */
    private static HtmlText lines(HtmlText html, String text) {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                html.empty("br");
            }
            html.text(lines[i].strip());
        }
        return html;
    }

    private void facts(Facts facts) {
        html.open("dl").line();
        facts.facts()
                .forEach(fact -> html.open("div")
                        .element("dt", fact.name())
                        .element("dd", fact.value())
                        .close()
                        .line());
        html.close().line();
    }

    private void table(DataTable data) {
        String id = html.id("table");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", id)
                .line();
        html.open("table", "class", "data").line();
        html.open("caption", "id", id).text(data.caption());
        if (data.isCut()) {
            html.text(" ")
                    .element(
                            "span",
                            "first " + Numbers.whole(data.rows().size()) + " of " + Numbers.whole(data.total())
                                    + " rows",
                            "class",
                            "cut");
        }
        html.close().line();
        head(data);
        html.open("tbody").line();
        data.rows().forEach(row -> row(data, row));
        html.close().line().close().close().line();
    }

    private void head(DataTable data) {
        html.open("thead").open("tr");
        data.columns().forEach(column -> {
            if (column.kind() == Kind.TEXT) {
                html.element("th", column.name(), "scope", "col");
            } else {
                html.element("th", column.name(), "scope", "col", "class", kind(column));
            }
        });
        html.close().close().line();
    }

    private static String kind(Column column) {
        return column.kind().name().toLowerCase(Locale.ROOT);
    }

    private void row(DataTable data, List<String> row) {
        html.open("tr");
        for (int i = 0; i < row.size(); i++) {
            Column column = data.columns().get(i);
            if (column.kind() == Kind.TEXT) {
                html.element("td", row.get(i));
            } else {
                html.element("td", row.get(i), "class", kind(column));
            }
        }
        html.close().line();
    }

    private void picture(Picture picture) {
        html.open("figure").line();
        html.element("figcaption", picture.heading()).line();
        html.open("div", "class", "picture", "tabindex", "0", "role", "group", "aria-label", picture.heading());
        html.trusted(picture.drawing().apply(html.id("chart")).markup()).close().line();
        html.open("details").element("summary", "Numbers of this chart").line();
        table(picture.numbers());
        html.close().close().line();
    }

    private void code(Code code) {
        html.open("details", "class", "code").element("summary", code.heading()).line();
        html.open("pre", "tabindex", "0").open("code");
        code.text()
                .lines()
                .forEach(line -> html.text(line.replace("\t", "    ")).line());
        html.close().close().close().line();
    }

    private void tree(List<TreeNode> nodes) {
        html.open("ul", "class", "tree").line();
        nodes.forEach(this::node);
        html.close().line();
    }

    private void node(TreeNode node) {
        html.open("li").element("div", node.head(), "class", "head");
        node.lines().forEach(line -> html.element("div", line, "class", "detail"));
        if (!node.children().isEmpty()) {
            tree(node.children());
        }
        html.close().line();
    }
}
