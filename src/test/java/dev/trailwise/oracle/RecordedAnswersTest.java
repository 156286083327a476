package dev.trailwise.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The local engine gives the rows that Trino gave when it was asked ({@code scripts/conformance --record}), and the
 * estimate is not below what Trino read.
 */
@DisabledIfSystemProperty(
        named = "trailwise.recorded",
        matches = "later",
        disabledReason = "scripts/conformance --check follows, and compares the same answers")
class RecordedAnswersTest {
    private static final Path SOURCES = Path.of("src", "oracle");
    private static final int RANDOM = 300;

    @TempDir
    static Path files;

    private static final Map<TestTrail, Judge> JUDGES = new HashMap<>();
    private static final TrinoRecord RECORD = new TrinoRecord(SOURCES.resolve("record"));

    @BeforeAll
    static void writeTrails() throws IOException {
        Sample sample = new Sample();
        for (TestTrail trail : TestTrail.ALL) {
            sample.write(trail, trail.folder(files));
        }
        RuleEvents.write(TestTrail.RULES.folder(files), 1);
    }

    @TestFactory
    Stream<DynamicNode> the_local_engine_answers_as_trino_did() {
        return Stream.of(QuestionSet.values())
                .filter(set -> set != QuestionSet.GENERATED)
                .map(set -> DynamicContainer.dynamicContainer(set.words, topics(set)));
    }

    private static Stream<DynamicNode> topics(QuestionSet set) {
        Map<String, List<DynamicTest>> topics = new LinkedHashMap<>();
        try {
            for (Question question : new Questions(SOURCES.resolve("corpus"), RANDOM).of(set)) {
                topics.computeIfAbsent(question.topic(), any -> new ArrayList<>())
                        .add(DynamicTest.dynamicTest(question.text(), () -> check(question)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return topics.entrySet().stream()
                .map(topic -> DynamicContainer.dynamicContainer(topic.getKey(), topic.getValue()));
    }

    private static void check(Question question) throws IOException {
        Optional<Recorded> trino = RECORD.of(question);
        assertThat(trino)
                .as("what Trino says is not recorded; run scripts/conformance --record")
                .isPresent();
        Judgement judgement = judge(question.trail()).judge(question, trino.orElseThrow());
        assertThat(judgement.passes()).as(() -> Report.line(judgement)).isTrue();
    }

    private static Judge judge(TestTrail trail) {
        JUDGES.computeIfAbsent(trail, one -> new Judge(one, one.folder(files), Optional.empty(), Clock.systemUTC()));
        return Objects.requireNonNull(JUDGES.get(trail));
    }
}
