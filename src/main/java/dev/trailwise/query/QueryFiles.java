package dev.trailwise.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists the files of saved queries, in a folder or in the program's own jar, without reading them. */
final class QueryFiles {
    /** Where Maven packs the folder sql/. */
    private static final String SHIPPED = "/dev/trailwise/sql-library";

    /** The topic of a file at the top of the folder. */
    private static final String NO_TOPIC = "own";

    private QueryFiles() {}

    /** The queries that come with the program. */
    static List<QueryFile> shipped() {
        URL root = QueryFiles.class.getResource(SHIPPED);
        if (root == null) {
            throw new IllegalStateException("the program was built without its saved queries: " + SHIPPED);
        }
        try {
            return root.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar)
                    : inFolder(Path.of(root.toURI()), "sql/", false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The queries below a folder; none when there is no such folder. */
    static List<QueryFile> in(Path folder) throws IOException {
        return Files.isDirectory(folder) ? inFolder(folder, folder + "/", true) : List.of();
    }

    private static List<QueryFile> inFolder(Path folder, String label, boolean own) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(QueryFile.SUFFIX))
                    .filter(Files::isRegularFile)
                    .map(path -> file(
                            slashed(folder.relativize(path)),
                            label,
                            own ? Optional.of(path) : Optional.empty(),
                            () -> Files.newInputStream(path)))
                    .sorted(Comparator.comparing(QueryFile::label))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<QueryFile> inJar(JarURLConnection connection) throws IOException {
        JarFile jar = connection.getJarFile();
        String prefix = SHIPPED.substring(1) + "/";
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(prefix) && name.endsWith(QueryFile.SUFFIX))
                .sorted()
                .map(name -> file(
                        name.substring(prefix.length()),
                        "sql/",
                        Optional.empty(),
                        () -> jar.getInputStream(jar.getJarEntry(name))))
                .toList();
    }

    private static QueryFile file(String relative, String label, Optional<Path> path, QueryFile.Contents contents) {
        int slash = relative.lastIndexOf('/');
        String topic = slash < 0 ? NO_TOPIC : relative.substring(0, slash);
        String name = relative.substring(slash + 1, relative.length() - QueryFile.SUFFIX.length());
        return new QueryFile(name, topic, label + relative, path, contents);
    }

    private static String slashed(Path path) {
        return String.join(
                "/",
                Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
                        .map(i -> path.getName(i).toString())
                        .toList());
    }
}
