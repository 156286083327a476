package dev.trailwise.logs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts events that repeat the {@code eventID} of another one, over the readers of all threads. Ids are kept as hashes
 * of 64 bits: among ten million different ids, two are taken for one with a chance of about 1 in 400,000.
 */
public final class DuplicateCounter {
    private static final int SHARDS = 64;
    private static final int SHARD_SHIFT = Long.SIZE - 6;
    private static final int INITIAL = 128;
    private static final int BATCH = 32;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Shard[] shards = new Shard[SHARDS];
    private final int mostPerShard;
    private final AtomicBoolean overflown = new AtomicBoolean();

    /**
     * A counter that keeps up to a number of different ids, at 11 to 22 bytes each; the bound is kept to within a few
     * percent.
     *
     * @param most beyond them, nothing is counted
     */
    public DuplicateCounter(long most) {
        mostPerShard = (int) Math.min(1 << 28, Math.max(1, most / SHARDS));
        Arrays.setAll(shards, i -> new Shard());
    }

    /** How many events repeated an id; empty when there were more ids than are kept. */
    public OptionalLong count() {
        if (overflown.get()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (Shard shard : shards) {
            synchronized (shard) {
                sum += shard.repeats;
            }
        }
        return OptionalLong.of(sum);
    }

    /** Takes what one reader sees, on its thread. */
    Reader reader() {
        return new Reader();
    }

    /**
     * What a reader has seen. It tells each shard many ids at once: threads seldom meet, and the processor fetches the
     * places of several ids from memory at the same time.
     */
    final class Reader {
        private final long[][] waiting = new long[SHARDS][BATCH];
        private final int[] counts = new int[SHARDS];

        /** Looks at the id in {@code b[from, to)}; {@link JsonScanner#PADDING} more bytes follow it. */
        void see(byte[] b, int from, int to) {
            long hash = hash(b, from, to);
            int shard = (int) (hash >>> SHARD_SHIFT);
            waiting[shard][counts[shard]++] = hash;
            if (counts[shard] == BATCH) {
                tell(shard);
            }
        }

        /** Tells what is left. Nothing is counted before. */
        void finish() {
            for (int shard = 0; shard < SHARDS; shard++) {
                tell(shard);
            }
        }

        private void tell(int shard) {
            if (!overflown.get() && !shards[shard].add(waiting[shard], counts[shard], mostPerShard)) {
                overflown.set(true);
                forget();
            }
            counts[shard] = 0;
        }
    }

    private void forget() {
        for (Shard shard : shards) {
            synchronized (shard) {
                shard.hashes = new long[0];
            }
        }
    }

    private static long hash(byte[] b, int from, int to) {
        long hash = (long) to - from;
        for (int at = from; at < to; at += Long.BYTES) {
            long word = (long) LONG.get(b, at);
            int left = to - at;
            hash = mixed(hash ^ (left < Long.BYTES ? word & ((1L << (8 * left)) - 1) : word));
        }
        hash = mixed(hash);
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(long hash) {
        long product = hash * 0xD6E8FEB86659FD93L;
        return product ^ (product >>> 32);
    }

    /** A set of hashes, none of them 0, in an open table at most three quarters full. */
    private static final class Shard {
        private long[] hashes = new long[INITIAL];
        private int size;
        private long repeats;

        /** Adds some hashes; false when there are too many now. */
        synchronized boolean add(long[] more, int count, int most) {
            for (int k = 0; k < count && hashes.length > 0; k++) {
                add(more[k]);
            }
            return size < most;
        }

        private void add(long hash) {
            int slot = slot(hash);
            while (hashes[slot] != 0) {
                if (hashes[slot] == hash) {
                    repeats++;
                    return;
                }
                slot = (slot + 1) & (hashes.length - 1);
            }
            hashes[slot] = hash;
            if (++size > hashes.length / 4 * 3) {
                grow();
            }
        }

        private int slot(long hash) {
            return (int) hash & (hashes.length - 1);
        }

        private void grow() {
            long[] old = hashes;
            hashes = new long[2 * old.length];
            for (long hash : old) {
                if (hash != 0) {
                    int slot = slot(hash);
                    while (hashes[slot] != 0) {
                        slot = (slot + 1) & (hashes.length - 1);
                    }
                    hashes[slot] = hash;
                }
            }
        }
    }
}
