package dev.trailwise.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Trino said to the questions of each set when it was last asked: a file a set, a line a question. */
final class TrinoRecord {
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private final Path folder;
    private final Map<QuestionSet, Map<String, Recorded>> sets = new LinkedHashMap<>();

    TrinoRecord(Path folder) {
        this.folder = folder;
    }

    /** What Trino said to a question; nothing when it was not asked. */
    Optional<Recorded> of(Question question) throws IOException {
        Map<String, Recorded> all = sets.get(question.set());
        if (all == null) {
            all = read(question.set());
            sets.put(question.set(), all);
        }
        return Optional.ofNullable(all.get(question.key()));
    }

    private Map<String, Recorded> read(QuestionSet set) throws IOException {
        Map<String, Recorded> all = new LinkedHashMap<>();
        Path file = file(set);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Recorded recorded = JSON.readValue(line, Recorded.class);
                all.put(recorded.asked(), recorded);
            }
        }
        return all;
    }

    /**
     * Keeps what Trino said.
     *
     * @param whole whether these are all questions of the set, in place of what was kept; else others are kept too
     */
    void write(QuestionSet set, List<Recorded> said, boolean whole) throws IOException {
        Map<String, Recorded> all = whole ? new LinkedHashMap<>() : read(set);
        said.forEach(one -> all.put(one.asked(), one));
        List<String> lines = new ArrayList<>();
        for (Recorded one : all.values()) {
            lines.add(JSON.writeValueAsString(one));
        }
        Files.createDirectories(folder);
        Files.write(file(set), lines, StandardCharsets.UTF_8);
    }

    private Path file(QuestionSet set) {
        return folder.resolve(set.name().toLowerCase(Locale.ROOT) + ".ndjson");
    }
}
