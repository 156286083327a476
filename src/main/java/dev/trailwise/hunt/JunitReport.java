package dev.trailwise.hunt;

import dev.trailwise.query.detection.Level;
import dev.trailwise.text.JsonText;
import dev.trailwise.text.Sanitizer;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A JUnit test case a detection, which fails where the detection found something.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">JUnit XML, as continuous integration reads it</a>
 */
final class JunitReport {
    private final List<Findings> all;
    private final Level failOn;

    /** @param failOn the least level whose findings are failures */
    JunitReport(List<Findings> all, Level failOn) {
        this.all = all;
        this.failOn = failOn;
    }

    String text() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing XML into memory failed", impossible);
        }
        return text.append('\n').toString();
    }

    private void suite(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "Trailwise hunt");
        xml.writeAttribute("tests", String.valueOf(all.size()));
        xml.writeAttribute(
                "failures", String.valueOf(all.stream().filter(this::fails).count()));
        for (Findings findings : all) {
            xml.writeCharacters("\n  ");
            test(xml, findings);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private boolean fails(Findings findings) {
        return findings.count() > 0 && findings.level().compareTo(failOn) >= 0;
    }

    private void test(XMLStreamWriter xml, Findings findings) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "trailwise." + findings.level());
        xml.writeAttribute("name", Sanitizer.text(findings.detection().name()));
        if (findings.count() > 0) {
            boolean fails = fails(findings);
            xml.writeStartElement(fails ? "failure" : "system-out");
            if (fails) {
                xml.writeAttribute("type", findings.level().toString());
                xml.writeAttribute("message", message(findings));
            }
            xml.writeCharacters(rows(findings));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String message(Findings findings) {
        return findings.count()
                + (findings.count() == 1 ? " finding: " : " findings: ")
                + Sanitizer.text(findings.detection().title());
    }

    /** The first rows, an object a line. */
    private static String rows(Findings findings) {
        String rows = findings.rows().stream()
                .map(values -> Sanitizer.text(JsonText.line(row(findings, values))))
                .collect(Collectors.joining("\n"));
        long more = findings.count() - findings.rows().size();
        String attribution = FindingsReport.attribution(findings.detection())
                .map(text -> Sanitizer.text(text) + "\n")
                .orElse("");
        return attribution + rows + (more == 0 ? "" : "\n… and " + more + " more");
    }

    private static Map<String, Object> row(Findings findings, @Nullable Object[] values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                row.put(findings.columns().get(i).name(), value);
            }
        }
        return row;
    }
}
