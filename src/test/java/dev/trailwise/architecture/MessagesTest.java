package dev.trailwise.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.Golden;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One English: what users read is in one golden file, so that its wording is reviewed as a diff. */
class MessagesTest {
    /** Words of other centuries and of metaphors; the field has its own. */
    private static final Pattern NOT_OUR_ENGLISH = Pattern.compile(
            "(?i)\\b(anew|beside|reckon\\w*|spares?|told|lies|stands|hold any|to be had|could be had|must be said|is none"
                    + "|as good as|at no cost|such as|for nothing|which no|asked for them|said so|says so)\\b");

    @Test
    void every_message_is_in_the_catalogue() throws IOException {
        Map<String, Set<String>> rooms = MainMessages.all();
        String catalogue = rooms.entrySet().stream()
                .map(room -> "# " + room.getKey() + "\n" + String.join("\n", room.getValue()) + "\n")
                .collect(Collectors.joining("\n"));
        assertThat(rooms).hasSizeGreaterThan(20);
        Golden.assertMatches("messages.txt", catalogue);
    }

    @Test
    void messages_are_plain_english() throws IOException {
        assertThat(MainMessages.all())
                .allSatisfy((room, texts) -> assertThat(texts)
                        .as(room)
                        .noneMatch(text -> NOT_OUR_ENGLISH.matcher(text).find()));
    }
}
