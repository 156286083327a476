package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowFile;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.text.Sanitizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes on the columns asked for, and no more rows than the limit. */
final class SelectedRows implements RowSink {
    private final RowSink sink;
    private final List<String> names;
    private final AtomicLong left;
    private int[] picked = {};

    SelectedRows(RowSink sink, List<String> names, long limit) {
        this.sink = sink;
        this.names = names;
        this.left = new AtomicLong(limit);
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        picked = picked(columns);
        sink.begin(kept(columns, picked));
    }

    private int[] picked(List<ResultColumn> columns) {
        List<Integer> indexes = new ArrayList<>();
        if (names.isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                indexes.add(i);
            }
        }
        names.forEach(name -> indexes.addAll(indexesOf(name.strip(), columns)));
        return indexes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All columns of that name, for an answer can have several. */
    private static List<Integer> indexesOf(String name, List<ResultColumn> columns) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            List<String> all = columns.stream().map(ResultColumn::name).toList();
            String near = Suggestions.hint(name, all);
            throw new Failure(
                    ExitCode.USAGE,
                    Sanitizer.text("the answer has no column '" + name + "'"
                            + (near.isEmpty() ? "; it has " + String.join(", ", all) : near)));
        }
        return found;
    }

    @Override
    public void row(@Nullable Object[] values) {
        if (left.get() > 0) {
            left.decrementAndGet();
            sink.row(kept(values, picked));
        }
    }

    private static @Nullable Object[] kept(@Nullable Object[] values, int[] picked) {
        @Nullable Object[] kept = new @Nullable Object[picked.length];
        for (int i = 0; i < picked.length; i++) {
            kept[i] = values[picked[i]];
        }
        return kept;
    }

    private static List<ResultColumn> kept(List<ResultColumn> columns, int[] picked) {
        return Arrays.stream(picked).mapToObj(columns::get).toList();
    }

    /** Where there is a limit, each row is a text of its own: one can be left out. */
    @Override
    public Optional<Supplier<RowText>> text(List<ResultColumn> columns) {
        int[] chosen = picked(columns);
        boolean each = left.get() < Long.MAX_VALUE;
        return sink.text(kept(columns, chosen)).map(texts -> () -> {
            RowText text = texts.get();
            return new RowText() {
                @Override
                public void row(@Nullable Object[] values) {
                    if (left.get() > 0) {
                        text.row(kept(values, chosen));
                    }
                }

                @Override
                public boolean full() {
                    return (each && left.get() > 0) || text.full();
                }

                @Override
                public byte[] take() {
                    return text.take();
                }
            };
        });
    }

    @Override
    public Optional<RowFile> file() {
        return sink.file().map(file -> new RowFile() {
            @Override
            public Path path() {
                return file.path();
            }

            @Override
            public List<Integer> columns(List<ResultColumn> answer) {
                int[] chosen = picked(answer);
                return file.columns(kept(answer, chosen)).stream()
                        .map(place -> chosen[place])
                        .toList();
            }
        });
    }

    @Override
    public void rows(byte[] text, long count) {
        if (left.get() >= count) {
            left.addAndGet(-count);
            sink.rows(text, count);
        }
    }

    @Override
    public void finish() {
        sink.finish();
    }
}
