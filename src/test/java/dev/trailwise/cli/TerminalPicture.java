package dev.trailwise.cli;

import java.util.List;
import java.util.Locale;

/** A terminal as SVG: lines appear one after another, all at once for those who prefer no motion. */
final class TerminalPicture {
    private static final int LINE = 18;
    private static final double CHARACTER = 7.8;
    private static final int MARGIN = 16;
    private static final double SECONDS_A_LINE = 0.12;

    private TerminalPicture() {}

    static String of(String screen) {
        List<String> lines = screen.lines().toList();
        int columns = lines.stream().mapToInt(String::length).max().orElse(0);
        int width = (int) Math.ceil(columns * CHARACTER) + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\""
                .formatted(width, height));
        svg.append(" role=\"img\" aria-label=\"A terminal with the commands and rows that follow below\">\n");
        svg.append("""
                <style>
                text { font: 13px ui-monospace, Menlo, Consolas, monospace; fill: #d6deeb; white-space: pre; }
                .command { fill: #7fdbca; }
                @media (prefers-reduced-motion: no-preference) {
                text { opacity: 0; animation: show 0.01s forwards; }
                @keyframes show { to { opacity: 1; } }
                }
                </style>
                """);
        svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#011627\"/>\n");
        double seconds = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean command = line.startsWith("$ ");
            seconds += command ? 10 * SECONDS_A_LINE : SECONDS_A_LINE;
            svg.append("<text x=\"%d\" y=\"%d\"%s style=\"animation-delay:%ss\" xml:space=\"preserve\">%s</text>\n"
                    .formatted(
                            MARGIN,
                            MARGIN + (i + 1) * LINE - 5,
                            command ? " class=\"command\"" : "",
                            String.format(Locale.ROOT, "%.2f", seconds),
                            escaped(line)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
