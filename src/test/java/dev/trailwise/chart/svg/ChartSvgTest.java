package dev.trailwise.chart.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.HeatMap;
import dev.trailwise.chart.Timeline;
import dev.trailwise.chart.Timeline.Mark;
import dev.trailwise.chart.Timeline.Slot;
import dev.trailwise.testing.Golden;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartSvgTest {
    private static final String HOSTILE = "\"><script>alert(1)</script>'`&amp;\u202e\u0000]]>";

    @Test
    void charts_are_drawn_as_they_were_looked_at() {
        Timeline timeline = new Timeline(
                "Events by hour",
                "events",
                List.of(
                        new Slot("2026-10-07 00:00", 12, Optional.empty()),
                        new Slot("2026-10-07 01:00", 0, Optional.of(new Mark(3, "2 findings, highest high"))),
                        new Slot("2026-10-07 02:00", 1400, Optional.of(new Mark(0, "1 finding, informational")))));
        HeatMap map = new HeatMap(
                "Events by weekday",
                "events",
                List.of("Mon", "Tue"),
                List.of("00", "01"),
                List.of(List.of(0L, 3L), List.of(9L, 1L)));
        Bars bars = new Bars("Top actions", "events", List.of(new Bars.Bar("iam:ListUsers", 40), new Bars.Bar("x", 1)));

        Golden.assertMatches(
                "chart/charts.svg.txt",
                TimelineSvg.of(timeline, "c1").markup()
                        + HeatMapSvg.of(map, "c2").markup()
                        + BarsSvg.of(bars, "c3").markup());
    }

    @Test
    void hostile_names_stay_text() throws Exception {
        Timeline timeline =
                new Timeline(HOSTILE, HOSTILE, List.of(new Slot(HOSTILE, 1, Optional.of(new Mark(1, HOSTILE)))));
        HeatMap map = new HeatMap(HOSTILE, HOSTILE, List.of(HOSTILE), List.of(HOSTILE), List.of(List.of(1L)));
        Bars bars = new Bars(HOSTILE, HOSTILE, List.of(new Bars.Bar(HOSTILE, 1)));

        for (SvgText svg : List.of(TimelineSvg.of(timeline, "a"), HeatMapSvg.of(map, "b"), BarsSvg.of(bars, "c"))) {
            Document document = xml(svg.markup());
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .contains("<script>alert(1)</script>'`&amp;\\u202e\\u0000]]>");
            assertThat(attributes(document)).doesNotContain("onload", "href", "style");
        }
    }

    @Test
    void empty_charts_say_that_there_is_nothing() {
        assertThat(TimelineSvg.of(new Timeline("T", "events", List.of()), "a").markup())
                .contains("<desc id=\"a-desc\">No events.</desc>");
        assertThat(BarsSvg.of(new Bars("T", "events", List.of()), "a").markup()).contains("No events.");
        assertThat(HeatMapSvg.of(new HeatMap("T", "events", List.of("Mon"), List.of("00"), List.of(List.of(0L))), "a")
                        .markup())
                .contains("No events.");
    }

    private static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> attributes(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .flatMap(node -> IntStream.range(0, node.getAttributes().getLength())
                        .mapToObj(i -> node.getAttributes().item(i).getNodeName()))
                .distinct()
                .toList();
    }
}
