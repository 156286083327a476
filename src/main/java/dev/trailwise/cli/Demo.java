package dev.trailwise.cli;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.sample.SampleIntrusion;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.table.AccountProjection;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableRendering;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What {@code demo} shows, step by step. The commands in it are run as they are shown. */
final class Demo {
    private static final List<DemoStep> STEPS = List.of(
            new DemoStep(
                    "Who is denied many different things? Somebody who looks around with a key that is not theirs",
                    "run access-denied-burst --columns principal,sourceipaddress,actions_denied,calls_denied"),
            new DemoStep(
                    "What did that key do, from there, that worked? It made itself an administrator",
                    "search --access-key " + SampleIntrusion.LEAKED_KEY + " --ip " + SampleIntrusion.THIEF_IP
                            + " --write-only --error none --columns eventtime,eventname,requestparameters"),
            new DemoStep(
                    "Who touched the trail? The new user; and in the morning somebody on call put it right",
                    "run cloudtrail-tampering --columns eventtime,eventname,errorcode,principal"));

    /** The partition of the first call of the story. */
    private static final Partition STORY =
            new Partition(SampleTrail.PRODUCTION, Region.US_EAST_1, LogDay.of(SampleIntrusion.FIRST_CALL));

    private final Workspace workspace;
    private final Path logs;
    private final Runner runner;
    private final List<LogFile> files;
    private int steps;

    private record DemoStep(String why, String question) {}

    /** Runs a command line and tells its exit code. */
    interface Runner {
        int run(String... words);
    }

    Demo(Workspace workspace, Path logs, Runner runner) {
        this.workspace = workspace;
        this.logs = logs;
        this.runner = runner;
        this.files = LogFiles.find(logs).files().stream()
                .filter(file ->
                        file.key().filter(key -> key.kind() == LogKind.EVENTS).isPresent())
                .toList();
    }

    /** Writes the files again each time: it takes less than to find out whether somebody changed them. */
    static void write(Path logs, boolean ours) {
        try {
            Files.createDirectories(logs);
            if (ours) {
                SampleTrail.renew(logs);
            } else {
                SampleTrail.write(logs);
            }
        } catch (IOException e) {
            String reason = e instanceof FileSystemException file && file.getReason() != null
                    ? file.getReason()
                    : String.valueOf(e.getMessage());
            throw new Failure(
                    ExitCode.USAGE,
                    "cannot write the sample trail to " + logs + ": " + reason + "; choose a folder with --to",
                    e);
        }
    }

    ExitCode show() {
        trail();
        table();
        boolean answered = price();
        for (DemoStep each : STEPS) {
            answered &= ask(each);
        }
        next();
        return answered ? ExitCode.SUCCESS : ExitCode.INTERNAL;
    }

    private void trail() {
        say("A sample trail: organization " + SampleTrail.ORGANIZATION + ", 3 accounts, 4 Regions, "
                + SampleTrail.FIRST_DAY + " to " + SampleTrail.LAST_DAY + ".");
        say("All of it is made up; " + files.size() + " log files are in " + logs);
    }

    private void table() {
        step("The table that Athena needs, once, for every account, Region and day");
        TreeSet<Region> regions = new TreeSet<>();
        files.forEach(file -> regions.add(partition(file).region()));
        ProjectedTable table = new ProjectedTable(
                workspace.settings().table(),
                Tables.EVENTS,
                "example-trail-bucket",
                SampleTrail.LAYOUT,
                AccountProjection.of(new TreeSet<>(
                        List.of(SampleTrail.MANAGEMENT, SampleTrail.PRODUCTION, SampleTrail.DEVELOPMENT))),
                regions,
                new LogDay(SampleTrail.FIRST_DAY));
        List<String> ddl = TableRendering.ATHENA.of(table).lines().toList();
        ddl.stream().limit(2).forEach(this::say);
        say("  … " + (Tables.EVENTS.columns().size() - 1) + " more columns, every field of a CloudTrail record …");
        ddl.stream().dropWhile(line -> !line.startsWith("TBLPROPERTIES")).forEach(this::say);
    }

    private boolean price() {
        step("The price, before anything runs: of everything, and of the day and account in question");
        boolean answered = run("run access-denied-burst --dry-run --all-time");
        say("");
        answered &= run("run access-denied-burst --dry-run --from 2026-10-07 --to 2026-10-07 --account "
                + SampleTrail.PRODUCTION + " --region us-east-1");
        say("");
        Bytes all = busy(file -> true);
        Bytes some = busy(file -> partition(file).equals(STORY));
        say("Here the least that Athena bills hides the difference. An organization that writes 100,000 times as");
        say("much scans " + all + " for " + ScanPrice.LIST.of(all) + " a look without predicates, and " + some + " for "
                + ScanPrice.LIST.of(some) + " with them.");
        return answered;
    }

    private Bytes busy(Predicate<LogFile> which) {
        return new Bytes(
                100_000 * files.stream().filter(which).mapToLong(LogFile::size).sum());
    }

    private boolean ask(DemoStep each) {
        step(each.why());
        return run(each.question() + " --from 2026-10-07 --to 2026-10-07");
    }

    private boolean run(String question) {
        List<String> words = new ArrayList<>(List.of(question.split(" ")));
        words.addAll(List.of("--logs", logs.toString()));
        say("$ trailwise " + String.join(" ", words));
        say("");
        return runner.run(words.toArray(String[]::new)) == ExitCode.SUCCESS.code();
    }

    private void next() {
        heading("Go on with the sample, or with your own logs");
        say("  trailwise queries");
        say("  trailwise run root-activity --logs " + logs + " --from 2026-10-01 --to 2026-10-10");
        say("  trailwise sql 'SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1' --logs DIR");
    }

    private static Partition partition(LogFile file) {
        return file.key().orElseThrow().partition();
    }

    private void step(String text) {
        steps++;
        heading(steps + ". " + text);
    }

    private void heading(String text) {
        say("");
        say(text);
    }

    private void say(String line) {
        workspace.host().print(line + "\n");
    }
}
