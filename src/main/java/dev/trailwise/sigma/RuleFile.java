package dev.trailwise.sigma;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sigma.rule.Correlation;
import dev.trailwise.sigma.rule.Document;
import dev.trailwise.sigma.rule.DocumentReader;
import dev.trailwise.sigma.rule.Refusal;
import dev.trailwise.sigma.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of rules.
 *
 * @param label the file as messages name it
 * @param topic the folder that it is in; that of the top is {@code sigma}
 * @param stem its name without suffix
 * @param license the file with the license of its folder
 * @param documents what it holds
 */
record RuleFile(String label, String topic, String stem, Optional<String> license, List<Document> documents) {
    private static final String TOP = "sigma";
    private static final Pattern LICENSE = Pattern.compile("(?i)(licen[sc]e|copying)([._-].*)?");

    RuleFile {
        documents = List.copyOf(documents);
    }

    /** The files at some paths, each once. */
    static List<RuleFile> in(Path directory, List<Path> paths) {
        Set<Path> seen = new LinkedHashSet<>();
        List<RuleFile> files = new ArrayList<>();
        for (Path path : paths) {
            Path root = directory.resolve(path);
            for (Path file : files(root)) {
                if (seen.add(file.normalize())) {
                    Path label = file.startsWith(directory) ? directory.relativize(file) : file;
                    Optional<String> license = license(root, file)
                            .map(found -> found.startsWith(directory) ? directory.relativize(found) : found)
                            .map(Path::toString);
                    files.add(read(file, label.toString(), topic(root, file), license));
                }
            }
        }
        if (files.isEmpty()) {
            throw Failure.usage("no rules (*.yml, *.yaml) in "
                    + String.join(", ", paths.stream().map(Path::toString).toList()));
        }
        return files;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw Failure.usage("there is no " + path);
            }
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path)) {
            return found.filter(file -> file.getFileName().toString().matches("(?i)[^.].*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(ExitCode.USAGE, "cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static String topic(Path root, Path file) {
        Path folder = file.getParent();
        return folder == null || folder.equals(root) || !Files.isDirectory(root)
                ? TOP
                : folder.getFileName().toString();
    }

    /** The file with a license in the nearest folder, up to that which was named. */
    private static Optional<Path> license(Path root, Path file) {
        Path folder = file.getParent();
        while (folder != null) {
            try (Stream<Path> beside = Files.list(folder)) {
                Optional<Path> found = beside.filter(other ->
                                LICENSE.matcher(other.getFileName().toString()).matches())
                        .filter(Files::isRegularFile)
                        .min(Path::compareTo);
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException e) {
                throw new Failure(ExitCode.USAGE, "cannot read " + folder + ": " + e.getMessage(), e);
            }
            folder = folder.equals(root) || !folder.startsWith(root) ? null : folder.getParent();
        }
        return Optional.empty();
    }

    private static RuleFile read(Path file, String label, String topic, Optional<String> license) {
        String name = file.getFileName().toString();
        return new RuleFile(label, topic, name.replaceFirst("\\.[^.]*$", ""), license, text(file));
    }

    /** The same with the license of the folder, where the rule does not say. */
    Rule licensed(Rule rule) {
        return license.map(file -> rule.licensed("see " + file)).orElse(rule);
    }

    /** The same with the license of the folder, where the correlation does not say. */
    Correlation licensed(Correlation correlation) {
        return license.map(file -> correlation.licensed("see " + file)).orElse(correlation);
    }

    private static List<Document> text(Path file) {
        try {
            return DocumentReader.read(Files.readString(file));
        } catch (CharacterCodingException notUtf8) {
            return List.of(new Document.Refused("", new Refusal(1, "not UTF-8")));
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static RuleFile of(String label, String topic, String stem, List<Document> documents) {
        return new RuleFile(label, topic, stem, Optional.empty(), documents);
    }

    /**
     * The name of a rule here: that of its file, and, where it shares the file, its own.
     *
     * @param taken the names of others, to which it is added
     */
    String ruleName(Rule rule, Set<String> taken) {
        long rules = documents.stream()
                .filter(document -> document instanceof Document.OfRule || document instanceof Document.OfCorrelation)
                .count();
        String name = (rules == 1 ? stem : rule.name().orElse(stem)).replaceAll("[^A-Za-z0-9_.-]+", "_");
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }
}
