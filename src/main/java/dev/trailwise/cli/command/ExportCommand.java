package dev.trailwise.cli.command;

import dev.trailwise.archive.Export;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Format;
import dev.trailwise.query.FieldList;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes fields of all events of a scope. */
@Command(
        name = "export",
        description = {
            "Write fields of every event of a scope as TSV, with the values that jq prints; with --format ndjson and no"
                    + " --columns, the whole records as they are in the log.",
            "Fields: eventTime, awsRegion, eventSource, eventName, userIdentity.userName, sourceIPAddress, userAgent,"
                    + " requestParameters; --columns names others. Without --logs the files are copied from the"
                    + " bucket first (trailwise sync)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise export --from 2026-11-01 --to 2026-11-30 --region eu-west-1 -o out.tsv",
            "  trailwise export --logs ./logs --all-time \\",
            "      --columns eventTime,eventName,userIdentity.arn,requestParameters.bucketName"
        })
public final class ExportCommand extends QueryCommand {
    @Option(
            names = "--max-size",
            paramLabel = "BYTES",
            description = "Refuse to copy more from the bucket: 500MB, 2GB.")
    @Nullable
    Bytes maxSize;

    @Override
    SqlText question(Workspace workspace) {
        try {
            return FieldList.sql(options.output.columns);
        } catch (IllegalArgumentException invalid) {
            throw Failure.usage(String.valueOf(invalid.getMessage()));
        }
    }

    @Override
    Format format() {
        return Format.TSV;
    }

    @Override
    protected ExitCode run(Workspace workspace) {
        return Export.run(workspace, request(workspace), Optional.ofNullable(maxSize));
    }
}
