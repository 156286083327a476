package dev.trailwise.history;

import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What ran, what it was to cost and what it cost: a folder of files, one a month in UTC, each a line of JSON for an
 * entry. Lines are only ever added, so nothing that another process writes at the time is lost; of several lines about
 * one entry the last counts. Lines that cannot be read are skipped and reported.
 */
public final class Ledger {
    private static final String SUFFIX = ".ndjson";
    private static final Comparator<LedgerEntry> IN_TIME = Comparator.comparing(LedgerEntry::startedAt);

    private final Path folder;

    private Ledger(Path folder) {
        this.folder = folder;
    }

    /** The ledger in a folder, which is made when the first entry is written. */
    public static Ledger open(Path folder) {
        return new Ledger(folder);
    }

    /**
     * What was read.
     *
     * @param entries the oldest first
     * @param problems the lines that are no entries, each with its place
     */
    public record Reading(List<LedgerEntry> entries, List<String> problems) {
        public Reading {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Writes an entry down; one that is there already gets its next state.
     *
     * @throws Failure when it cannot be written
     */
    public void record(LedgerEntry entry) {
        Path file = file(entry.month());
        try {
            LedgerFile.append(file, LedgerLine.encode(entry));
        } catch (IOException e) {
            throw new Failure(ExitCode.INTERNAL, "cannot write the history to " + file + ": " + e, e);
        }
    }

    /**
     * What the queries that were started on a UTC day have cost. One whose end is not known counts as what was
     * estimated.
     *
     * @throws Failure when the history is there but cannot be read
     */
    public Usd spentOn(LocalDate day) {
        return month(YearMonth.from(day)).entries().stream()
                .filter(entry -> entry.day().equals(day))
                .map(LedgerEntry::cost)
                .reduce(Usd.ZERO, Usd::plus);
    }

    /**
     * The entries of a month.
     *
     * @throws Failure when the history is there but cannot be read
     */
    public Reading month(YearMonth month) {
        Path file = file(month);
        Map<String, LedgerEntry> entries = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                read(line, file + ":" + number, entries, problems);
            }
        } catch (NoSuchFileException nothingYet) {
            return new Reading(List.of(), List.of());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return new Reading(entries.values().stream().sorted(IN_TIME).toList(), problems);
    }

    private static void read(String line, String place, Map<String, LedgerEntry> entries, List<String> problems) {
        if (line.isBlank()) {
            return;
        }
        try {
            LedgerEntry entry = LedgerLine.decode(line);
            entries.put(entry.id(), entry);
        } catch (IllegalArgumentException notAnEntry) {
            problems.add(place + ": not an entry of the history: " + notAnEntry.getMessage());
        }
    }

    /**
     * The newest entries of all months.
     *
     * @throws Failure when the history is there but cannot be read
     */
    public Reading newest(int most) {
        List<LedgerEntry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (YearMonth month : months()) {
            if (entries.size() >= most) {
                break;
            }
            Reading reading = month(month);
            entries.addAll(0, reading.entries());
            problems.addAll(reading.problems());
        }
        return new Reading(entries.subList(Math.max(0, entries.size() - most), entries.size()), problems);
    }

    /**
     * The entries whose id, or whose query's id at Athena, begins with this.
     *
     * @throws Failure when the history is there but cannot be read
     */
    public List<LedgerEntry> find(String id) {
        Map<String, LedgerEntry> found = new LinkedHashMap<>();
        for (YearMonth month : months()) {
            month(month).entries().stream()
                    .filter(entry -> entry.id().startsWith(id)
                            || entry.run()
                                    .filter(run -> run.queryId().startsWith(id))
                                    .isPresent())
                    .forEach(entry -> found.put(entry.id(), entry));
        }
        LedgerEntry exact = found.get(id);
        return exact != null
                ? List.of(exact)
                : found.values().stream().sorted(IN_TIME).toList();
    }

    /** The months that have a file, the newest first. */
    public List<YearMonth> months() {
        try (Stream<Path> files = Files.list(folder)) {
            List<YearMonth> months = new ArrayList<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .forEach(name -> add(name.substring(0, name.length() - SUFFIX.length()), months));
            months.sort(Collections.reverseOrder());
            return months;
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static void add(String name, List<YearMonth> months) {
        try {
            months.add(YearMonth.parse(name));
        } catch (DateTimeException notOurs) {
            // a file of somebody else's
            return;
        }
    }

    private Path file(YearMonth month) {
        return folder.resolve(month + SUFFIX);
    }

    private static Failure unreadable(Path path, IOException e) {
        return new Failure(ExitCode.USAGE, "cannot read the history in " + path + ": " + e, e);
    }
}
