package dev.trailwise.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A page: HTML that loads nothing, and runs nothing but a script of its own, whose hash its policy names.
 *
 * @param top what comes before the first section
 * @param foot what made it
 */
public record Page(String title, List<Block> top, List<Section> sections, String foot) {
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    /** Nothing is loaded, nothing is sent, and what the page holds decides nothing of that. */
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '"
            + hash(SCRIPT) + "'; img-src data:; base-uri 'none'; form-action 'none'";

    public Page {
        top = List.copyOf(top);
        sections = List.copyOf(sections);
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The whole file. */
    public String html() {
        HtmlText html = new HtmlText();
        html.trusted("<!DOCTYPE html>\n");
        html.open("html", "lang", "en").line();
        head(html);
        html.open("body").line();
        html.element("a", "Skip to the report", "class", "skip", "href", "#report")
                .line();
        html.open("header").element("h1", title).close().line();
        html.open("main", "id", "report", "tabindex", "-1").line();
        Blocks blocks = new Blocks(html);
        blocks.write(top);
        contents(html);
        for (int i = 0; i < sections.size(); i++) {
            section(html, blocks, sections.get(i), 2, "section-" + (i + 1));
        }
        html.close().line();
        html.open("footer").element("p", foot).close().line();
        html.open("script").trusted(SCRIPT).close().line();
        return html.close().line().close().line().toString();
    }

    private void head(HtmlText html) {
        html.open("head").line();
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "robots", "content", "noindex");
        html.element("title", title).line();
        html.empty("link", "rel", "icon", "href", "data:,");
        html.open("style").trusted(STYLE).close().line();
        html.close().line();
    }

    private void contents(HtmlText html) {
        html.open("nav", "aria-label", "Contents").open("ul").line();
        for (int i = 0; i < sections.size(); i++) {
            html.open("li")
                    .element("a", sections.get(i).heading(), "href", "#section-" + (i + 1))
                    .close()
                    .line();
        }
        html.close().close().line();
    }

    private static void section(HtmlText html, Blocks blocks, Section section, int level, String id) {
        html.open("section", "aria-labelledby", id).line();
        html.element("h" + level, section.heading(), "id", id).line();
        blocks.write(section.blocks());
        for (int i = 0; i < section.sections().size(); i++) {
            section(html, blocks, section.sections().get(i), level + 1, id + "-" + (i + 1));
        }
        html.close().line();
    }
}
