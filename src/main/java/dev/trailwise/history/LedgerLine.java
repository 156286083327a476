package dev.trailwise.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.Usd;
import dev.trailwise.text.JsonText;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry as a line of JSON: one flat object. Fields that are not known are passed over, so that lines of later
 * versions can be read as far as they go; {@code v} is raised when they cannot.
 */
final class LedgerLine {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, List<String>> fields;

    private LedgerLine(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** The line, ending with a line feed. */
    static byte[] encode(LedgerEntry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("v", VERSION);
        line.put("id", entry.id());
        line.put("at", entry.startedAt());
        line.put("engine", entry.engine());
        line.put("question", entry.question());
        line.put("sql", entry.sql());
        line.put("from", entry.scope().time().from());
        line.put("to", entry.scope().time().to());
        line.put("accounts", List.copyOf(entry.scope().accounts()));
        line.put("regions", List.copyOf(entry.scope().regions()));
        line.put("late_days", entry.scope().lateDays());
        entry.expected().ifPresent(expected -> {
            line.put("estimated_bytes", expected.bytes().count());
            line.put("estimated_usd", expected.usd().amount());
            line.put("estimated_requests_usd", expected.requests().amount());
            line.put("exactness", expected.precision().word());
        });
        line.put("outcome", entry.outcome());
        entry.reason().ifPresent(reason -> line.put("reason", reason));
        entry.spent().ifPresent(spent -> {
            line.put("scanned_bytes", spent.scanned().count());
            line.put("billed_bytes", spent.billed().count());
            line.put("usd", spent.usd().amount());
            line.put("millis", spent.took().toMillis());
        });
        entry.run().ifPresent(run -> {
            line.put("query_id", run.queryId());
            line.put("workgroup", run.workgroup());
            line.put("region", run.region().code());
            run.output().ifPresent(output -> line.put("output", output));
        });
        return (JsonText.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when it is no entry, with what is wrong */
    static LedgerEntry decode(String line) {
        LedgerLine fields = new LedgerLine(fields(line));
        if (!fields.text("v").equals(String.valueOf(VERSION))) {
            throw new IllegalArgumentException("it is of version " + fields.text("v") + ", not " + VERSION);
        }
        try {
            return fields.entry();
        } catch (java.time.DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private LedgerEntry entry() {
        return new LedgerEntry(
                text("id"),
                Instant.parse(text("at")),
                text("engine"),
                text("question"),
                text("sql"),
                scope(),
                has("estimated_bytes") ? Optional.of(expected()) : Optional.empty(),
                word("outcome", Outcome.values(), Outcome::toString),
                optional("reason"),
                has("scanned_bytes") ? Optional.of(spent()) : Optional.empty(),
                has("query_id") ? Optional.of(run()) : Optional.empty());
    }

    private Scope scope() {
        return new Scope(
                new TimeRange(Instant.parse(text("from")), Instant.parse(text("to"))),
                all("accounts").stream().map(AccountId::new).collect(Collectors.toCollection(TreeSet::new)),
                all("regions").stream().map(Region::new).collect(Collectors.toCollection(TreeSet::new)),
                Integer.parseInt(text("late_days")));
    }

    private EstimatedCost expected() {
        return new EstimatedCost(
                new Bytes(Long.parseLong(text("estimated_bytes"))),
                dollars("estimated_usd"),
                dollars("estimated_requests_usd"),
                word("exactness", Precision.values(), Precision::word));
    }

    private ActualCost spent() {
        return new ActualCost(
                new Bytes(Long.parseLong(text("scanned_bytes"))),
                new Bytes(Long.parseLong(text("billed_bytes"))),
                dollars("usd"),
                Duration.ofMillis(Long.parseLong(text("millis"))));
    }

    private AthenaRun run() {
        return new AthenaRun(text("query_id"), text("workgroup"), new Region(text("region")), optional("output"));
    }

    private Usd dollars(String name) {
        return new Usd(new BigDecimal(text(name)));
    }

    private <T> T word(String name, T[] values, Function<T, String> words) {
        String word = text(name);
        return Stream.of(values)
                .filter(value -> words.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("its " + name + " is unknown: " + word.toLowerCase(Locale.ROOT)));
    }

    private boolean has(String name) {
        return fields.containsKey(name);
    }

    private List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private Optional<String> optional(String name) {
        return all(name).stream().findFirst();
    }

    private String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("it has no " + name));
    }

    private static Map<String, List<String>> fields(String line) {
        Map<String, List<String>> fields = new HashMap<>();
        try (JsonParser in = JSON.createParser(line)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is not a JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                fields.put(in.currentName(), values(in));
            }
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("more follows after its end");
            }
            return fields;
        } catch (IOException broken) {
            throw new IllegalArgumentException("it is cut off or damaged", broken);
        }
    }

    /** The scalars of a value; what is nested in objects belongs to later versions. */
    private static List<String> values(JsonParser in) throws IOException {
        List<String> values = new ArrayList<>();
        JsonToken token = in.nextToken();
        if (token == JsonToken.START_ARRAY) {
            while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
                scalar(in, token, values);
            }
        } else {
            scalar(in, token, values);
        }
        return values;
    }

    private static void scalar(JsonParser in, JsonToken token, List<String> values) throws IOException {
        if (token.isStructStart()) {
            in.skipChildren();
        } else if (token != JsonToken.VALUE_NULL) {
            values.add(in.getText());
        }
    }
}
