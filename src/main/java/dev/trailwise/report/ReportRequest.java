package dev.trailwise.report;

import dev.trailwise.report.file.ReportFile;
import dev.trailwise.run.QueryRequest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A report.
 *
 * @param report what is in it
 * @param query the scope, engine and budget of its queries
 * @param file where the page is written instead of stdout
 * @param program the program and its version, as the page names it
 */
public record ReportRequest(ReportFile report, QueryRequest query, Optional<Path> file, String program) {}
