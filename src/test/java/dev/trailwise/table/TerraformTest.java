package dev.trailwise.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Terraform itself says of the tables. Skipped where it is not installed; {@code terraform validate} needs the AWS
 * provider too, from a folder that {@code -Dtrailwise.terraform.plugins=DIR} names: nothing is downloaded.
 */
class TerraformTest {
    private static final List<String> KINDS = List.of("single-account", "insights", "network-activity", "aggregated");

    @TempDir
    Path module;

    @BeforeEach
    void terraformIsThere() throws IOException {
        boolean installed = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
        assumeTrue(installed, "terraform is not on the PATH");
        for (Map.Entry<String, ProjectedTable> table :
                ProjectedTables.byLayout().entrySet()) {
            Path folder = KINDS.contains(table.getKey()) ? module : module.resolve(table.getKey());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(table.getKey() + ".tf"), TableRendering.TERRAFORM.of(table.getValue()));
        }
    }

    @Test
    void the_files_are_formatted_as_terraform_formats_them() throws IOException, InterruptedException {
        terraform(module, "fmt", "-check", "-diff", "-recursive");
    }

    @Test
    void the_tables_of_all_kinds_are_one_valid_module() throws IOException, InterruptedException {
        String plugins = System.getProperty("trailwise.terraform.plugins", "");
        assumeTrue(!plugins.isEmpty(), "no folder with the AWS provider: -Dtrailwise.terraform.plugins=DIR");
        terraform(module, "init", "-backend=false", "-plugin-dir=" + plugins);
        terraform(module, "validate", "-no-color");
    }

    private void terraform(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform", "-chdir=" + folder));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("TF_CLI_CONFIG_FILE");
        builder.environment().put("HOME", module.toString());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
