package dev.trailwise.query.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a detection of others comes from; licenses ask that its findings say so.
 *
 * @param id its id there; may be empty
 * @param author who wrote it; may be empty
 * @param license under what license; may be empty
 */
public record Attribution(String id, String author, String license) {
    /** The same in words. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of("Sigma rule" + (id.isEmpty() ? "" : " " + id)));
        words.add(author.isEmpty() ? "author not stated" : "by " + author);
        words.add(license.isEmpty() ? "license not stated" : "license " + license);
        return String.join(", ", words);
    }
}
