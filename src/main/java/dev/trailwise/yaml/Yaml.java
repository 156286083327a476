package dev.trailwise.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value in YAML with its place, which Jackson's own tree forgets. Scalars stay the text they were. */
public sealed interface Yaml {
    /** The line, counted from 1 in the text read. */
    int line();

    /** The column, counted from 1 in the line. */
    int column();

    /** A word, number, truth value or text, as it is written; empty for null. */
    record Scalar(String text, Kind kind, int line, int column) implements Yaml {
        public boolean isNull() {
            return kind == Kind.NULL;
        }
    }

    /** What a scalar is: text in quotes is always text. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NULL
    }

    record Sequence(List<Yaml> items, int line, int column) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Entries in the order of the text; a key can be there twice. */
    record Mapping(List<Entry> entries, int line, int column) implements Yaml {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Yaml> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    record Entry(String key, int line, int column, Yaml value) {}

    /** Text that is not YAML, or that has what is not read here: aliases, a second document where one is read. */
    final class Malformed extends Exception {
        private final int line;
        private final int column;

        private Malformed(String message, int line, int column) {
            super(message);
            this.line = line;
            this.column = column;
        }

        public int column() {
            return column;
        }

        public int line() {
            return line;
        }
    }

    /** Reads one document; an empty one is an empty mapping. */
    static Yaml read(String text) throws Malformed {
        List<Yaml> documents = documents(text);
        if (documents.size() > 1) {
            throw new Malformed(
                    "there is a second document",
                    documents.get(1).line(),
                    documents.get(1).column());
        }
        return documents.isEmpty() ? new Mapping(List.of(), 1, 1) : documents.get(0);
    }

    /** Reads documents with {@code ---} between them. */
    static List<Yaml> documents(String text) throws Malformed {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            List<Yaml> documents = new ArrayList<>();
            while (parser.nextToken() != null) {
                documents.add(value(parser));
            }
            return documents;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            // The parser's message shows places in between, indented, which are not those of the file.
            String message = e.getOriginalMessage()
                    .lines()
                    .filter(words -> !words.startsWith(" ") && !words.isBlank())
                    .collect(Collectors.joining(", "));
            throw new Malformed(
                    message,
                    line,
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Yaml value(YAMLParser parser) throws IOException, Malformed {
        int line = line(parser);
        int column = column(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            List<Entry> entries = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int keyLine = line(parser);
                int keyColumn = column(parser);
                String key = parser.currentName();
                parser.nextToken();
                entries.add(new Entry(key, keyLine, keyColumn, value(parser)));
            }
            return new Mapping(entries, line, column);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Yaml> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Sequence(items, line, column);
        }
        if (parser.isCurrentAlias()) {
            throw new Malformed("aliases such as *" + parser.getText() + " are not supported", line, column);
        }
        Kind kind = kind(parser.currentToken());
        return new Scalar(kind == Kind.NULL ? "" : parser.getText(), kind, line, column);
    }

    private static Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> Kind.NULL;
            case VALUE_TRUE, VALUE_FALSE -> Kind.TRUTH;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    private static int column(YAMLParser parser) {
        return Math.max(1, parser.currentTokenLocation().getColumnNr());
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
