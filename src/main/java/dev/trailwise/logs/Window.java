package dev.trailwise.logs;

import dev.trailwise.logs.file.LogInput;
import dev.trailwise.logs.file.UnreadableInput;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A buffer that slides over the text of a file; it grows to the size of the largest event, within the bound. */
final class Window implements AutoCloseable {
    private final LogInput input = new LogInput();
    private final JsonScanner scanner;
    private final Limits limits;

    /** Where the buffer begins in the text. */
    private long base;

    private @Nullable UnreadableInput damage;

    Window(JsonScanner scanner, Limits limits) {
        this.scanner = scanner;
        this.limits = limits;
        scanner.bytes = new byte[limits.buffer() + JsonScanner.PADDING];
    }

    /**
     * Opens a file and reads its beginning.
     *
     * @throws Damage when not even that can be read
     */
    void open(Path path) throws UnreadableInput {
        base = 0;
        damage = null;
        scanner.end = 0;
        scanner.last = false;
        try {
            input.open(path);
        } catch (AccessDeniedException denied) {
            throw new UnreadableInput("permission denied");
        } catch (NoSuchFileException gone) {
            throw new UnreadableInput("the file is not there any more");
        } catch (IOException e) {
            throw new UnreadableInput("cannot be opened: " + e);
        }
        refill(0);
    }

    /** Takes a text instead of a file. */
    void open(TextBuffer text) {
        base = 0;
        damage = null;
        scanner.end = text.length();
        scanner.last = true;
        text.add(new byte[JsonScanner.PADDING]);
        scanner.bytes = text.bytes();
        scanner.seal();
    }

    /** Where a place in the buffer is in the text. */
    long offset(int p) {
        return base + p;
    }

    /** The bytes of text read so far. */
    long size() {
        return base + scanner.end;
    }

    /** The bytes read so far of the file as it is on disk. */
    long consumed() {
        return input.consumed();
    }

    /** Why the text ended before its time, if it did. */
    @Nullable
    UnreadableInput damage() {
        return damage;
    }

    /**
     * Reads more text. Bytes before {@code keep} are dropped, and {@code keep} is 0 afterwards.
     *
     * @throws Damage when what is kept already is as large as an event may be
     */
    void refill(int keep) throws UnreadableInput {
        int kept = scanner.end - keep;
        if (kept >= limits.record()) {
            scanner.failedAt = keep;
            throw new UnreadableInput("record exceeds " + Limits.text(limits.record()));
        }
        byte[] bytes = scanner.bytes;
        int room = bytes.length - JsonScanner.PADDING;
        int size = kept > room / 2 ? Math.max(room, Math.min(2 * room, limits.record())) : room;
        byte[] target = size > room ? new byte[size + JsonScanner.PADDING] : bytes;
        System.arraycopy(bytes, keep, target, 0, kept);
        scanner.bytes = target;
        base += keep;
        scanner.end = kept;
        read(size - kept);
        scanner.seal();
    }

    /** Whether a line ends in the buffer's {@code [from, to)}. */
    boolean hasLineEnd(int from, int to) {
        for (int p = from; p < to; p++) {
            if (scanner.bytes[p] == '\n') {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves past the next line end and the white space after it, reading on as far as it takes.
     *
     * @return the place there; the end of the text when no line follows
     */
    int nextLine(int from) throws UnreadableInput {
        int p = from;
        long start = offset(p);
        while (!hasLineEnd(p, scanner.end)) {
            if (scanner.last) {
                return scanner.end;
            }
            if (offset(scanner.end) - start > limits.barren() / 4) {
                throw new UnreadableInput("no line ends");
            }
            refill(scanner.end);
            p = 0;
        }
        while (scanner.bytes[p] != '\n') {
            p++;
        }
        p = scanner.space(p);
        while (p >= scanner.end && !scanner.last) {
            refill(scanner.end);
            p = scanner.space(0);
        }
        return p;
    }

    /** Fills as much of the buffer as the input has, so that small files are parsed in one go. */
    private void read(int room) {
        try {
            long left = limits.uncompressed() - size();
            while (room > 0) {
                int count = input.read(scanner.bytes, scanner.end, room);
                if (count < 0) {
                    scanner.last = true;
                    return;
                }
                if (count > left) {
                    throw new UnreadableInput("more than " + Limits.text(limits.uncompressed()) + " of text");
                }
                left -= count;
                scanner.end += count;
                room -= count;
            }
        } catch (IOException e) {
            stop(new UnreadableInput("cannot be read: " + e));
        } catch (UnreadableInput found) {
            stop(found);
        }
    }

    private void stop(UnreadableInput found) {
        damage = found;
        scanner.last = true;
    }

    /** Lets go of the file, and of a buffer that one large event needed. */
    void shut() throws IOException {
        input.shut();
        if (scanner.bytes.length > 4 * limits.buffer()) {
            scanner.bytes = Arrays.copyOf(scanner.bytes, limits.buffer() + JsonScanner.PADDING);
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
