package dev.trailwise.cli.command;

import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.doctor.Doctor;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks what a query needs. */
@Command(
        name = "doctor",
        description = {
            "Check what queries need: settings, credentials, bucket, table, workgroup, results, prices, DuckDB, folders."
                    + " Print how to fix what is missing.",
            "The dry call is an EXPLAIN, which Athena does not bill; its plan, a small file, goes to the results location."
                    + " Nothing else is written. S3 bills the listings: about $0.0001 per account.",
            "Exit code: 0 if nothing failed, else that of the first failed check."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise doctor", "  trailwise doctor --format json"})
public final class DoctorCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        return new Doctor(workspace).run(output.choice());
    }
}
