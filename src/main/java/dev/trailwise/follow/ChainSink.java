package dev.trailwise.follow;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.follow.chain.Chain;
import dev.trailwise.follow.chain.Walk;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a chain where rows of a query would go. */
final class ChainSink implements RowSink {
    private final Walk walk;
    private final Chain chain;
    private final List<String> missing;
    private final Format format;
    private final RenderOptions options;
    private final OutputStream stream;

    ChainSink(Walk walk, Chain chain, List<String> missing, Format format, RenderOptions options, OutputStream stream) {
        this.walk = walk;
        this.chain = chain;
        this.missing = List.copyOf(missing);
        this.format = format;
        this.options = options;
        this.stream = stream;
    }

    @Override
    public void begin(List<ResultColumn> columns) {}

    @Override
    public void row(@Nullable Object[] values) {}

    @Override
    public void finish() {
        String text = format == Format.JSON
                ? ChainJson.text(walk, chain, missing)
                : String.join("", new ChainText(walk, chain, missing, options).lines());
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }
}
