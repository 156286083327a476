package dev.trailwise.query;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The saved queries there are: those that come with the program and, over them, those of the user's folder. Listing
 * reads no file, and asking for one query reads that one alone.
 */
public final class Library {
    private final SortedMap<String, QueryFile> files;

    private Library(SortedMap<String, QueryFile> files) {
        this.files = files;
    }

    /** The queries that come with the program. */
    public static Library shipped() {
        SortedMap<String, QueryFile> files = new TreeMap<>();
        QueryFiles.shipped().forEach(file -> files.put(file.name(), file));
        return new Library(files);
    }

    /**
     * The queries that come with the program and those of a folder and its subfolders, its topics. A query of the folder
     * hides one of the same name that comes with the program.
     *
     * @param folder need not exist
     * @throws Failure when two files of the folder have the same name, or it cannot be listed
     */
    public static Library with(Path folder) {
        Library library = shipped();
        SortedMap<String, QueryFile> own = new TreeMap<>();
        for (QueryFile file : list(folder)) {
            QueryFile other = own.put(file.name(), file);
            if (other != null) {
                throw Problem.failure(List.of(sameName(file, other)));
            }
        }
        library.files.putAll(own);
        return library;
    }

    /** The names of all queries, sorted. */
    public SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    /**
     * One query.
     *
     * @throws Failure when there is no query of this name, with the nearest; or when its file is wrong, with all that is
     */
    public SavedQuery query(String name) {
        QueryFile file = file(name);
        List<Problem> problems = new ArrayList<>();
        Optional<SavedQuery> query = file.read(problems);
        if (query.isEmpty() || !problems.isEmpty()) {
            throw Problem.failure(problems);
        }
        return query.get();
    }

    private QueryFile file(String name) {
        QueryFile file = files.get(name);
        if (file == null) {
            throw new Failure(
                    ExitCode.USAGE,
                    "no saved query is called '" + name + "'" + Suggestions.hint(name, files.keySet()),
                    Remedy.command(CommandName.QUERIES, "lists all " + files.size()));
        }
        return file;
    }

    /**
     * The text of a query's file, with line feeds alone.
     *
     * @throws Failure when there is no query of this name, or its file cannot be read
     */
    public String text(String name) {
        QueryFile file = file(name);
        try {
            return file.text();
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, file.label() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The file of a query of the user's own; empty when there is no query of this name, or it comes with the program. */
    public Optional<Path> ownFile(String name) {
        return Optional.ofNullable(files.get(name)).flatMap(QueryFile::path);
    }

    /** Every query, by topic and name, and what is wrong with the files that are none. */
    public Listing all() {
        return read(files.values());
    }

    /**
     * Checks every file of a folder and its subfolders, without running anything: the front matter, the SQL's syntax, and
     * that both agree.
     *
     * @throws Failure when the folder cannot be listed
     */
    public static Listing check(Path folder) {
        return check(list(folder));
    }

    /** Checks the queries that come with the program. */
    static Listing checkShipped() {
        return check(QueryFiles.shipped());
    }

    private static Listing check(List<QueryFile> files) {
        Listing listing = read(files);
        List<Problem> problems = new ArrayList<>(listing.problems());
        SortedMap<String, QueryFile> seen = new TreeMap<>();
        for (QueryFile file : files) {
            QueryFile other = seen.put(file.name(), file);
            if (other != null) {
                problems.add(sameName(file, other));
            }
        }
        listing.queries().forEach(query -> problems.addAll(SavedQueryCheck.problems(query)));
        problems.sort(
                Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column));
        return new Listing(listing.queries(), problems);
    }

    private static Listing read(Collection<QueryFile> files) {
        List<SavedQuery> queries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (QueryFile file : files) {
            List<Problem> own = new ArrayList<>();
            Optional<SavedQuery> query = file.read(own);
            if (own.isEmpty()) {
                query.ifPresent(queries::add);
            }
            problems.addAll(own);
        }
        queries.sort(Comparator.comparing(SavedQuery::topic).thenComparing(SavedQuery::name));
        return new Listing(queries, problems);
    }

    private static List<QueryFile> list(Path folder) {
        try {
            return QueryFiles.in(folder);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the folder of saved queries " + folder + " cannot be listed: " + e.getMessage(),
                    e);
        }
    }

    private static Problem sameName(QueryFile file, QueryFile other) {
        return new Problem(
                file.label(),
                1,
                0,
                "another query is called " + file.name() + " too: " + other.label() + "; rename one");
    }

    /**
     * Queries, and what is wrong with the files that could not be read as one.
     *
     * @param queries by topic and name
     * @param problems by file
     */
    public record Listing(List<SavedQuery> queries, List<Problem> problems) {
        public Listing {
            queries = List.copyOf(queries);
            problems = List.copyOf(problems);
        }
    }
}
