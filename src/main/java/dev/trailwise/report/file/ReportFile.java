package dev.trailwise.report.file;

import dev.trailwise.query.detection.Level;
import java.util.List;
import java.util.Optional;

/**
 * What is in a report.
 *
 * @param notes paragraphs of plain text by its author, with blank lines between; may be empty
 * @param scope what part of the logs it is about, where the command line does not say
 * @param parts in the order of the page
 */
public record ReportFile(String title, String notes, FileScope scope, List<PartSpec> parts) {
    private static final String TITLE = "CloudTrail report";

    /** The report without a file: what happened, and what all detections find in it. */
    public static final ReportFile WHOLE_PICTURE = new ReportFile(
            TITLE,
            "",
            FileScope.NONE,
            List.of(
                    new PartSpec.Overview(Optional.empty()),
                    new PartSpec.Hunt(
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Level.INFORMATIONAL,
                            List.of(),
                            List.of())));

    public ReportFile {
        parts = List.copyOf(parts);
    }
}
