package dev.trailwise.local.read;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts events that repeat the {@code eventID} of another one, over the readers of all threads. Ids are kept as hashes
 * of 64 bits: among ten million different ids, two are taken for one with a chance of about 1 in 400,000.
 */
public final class Repeats {
    private static final int SHARDS = 64;
    private static final int SHARD_SHIFT = Long.SIZE - 6;
    private static final int INITIAL = 1024;

    private final Shard[] shards = new Shard[SHARDS];
    private final int mostPerShard;
    private final AtomicBoolean overflown = new AtomicBoolean();

    /**
     * A counter that keeps up to a number of different ids, at 11 to 22 bytes each; the bound is kept to within a few
     * percent.
     *
     * @param most beyond them, nothing is counted
     */
    public Repeats(long most) {
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

    /** Looks at the id that lies in {@code b[from, to)}. */
    void see(byte[] b, int from, int to) {
        if (overflown.get()) {
            return;
        }
        long hash = hash(b, from, to);
        Shard shard = shards[(int) (hash >>> SHARD_SHIFT)];
        synchronized (shard) {
            if (!shard.add(hash) && shard.size >= mostPerShard) {
                overflown.set(true);
            }
        }
        if (overflown.get()) {
            forget();
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
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ b[i]) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    /** A set of hashes, none of them 0, in an open table at most three quarters full. */
    private static final class Shard {
        private long[] hashes = new long[INITIAL];
        private int size;
        private long repeats;

        /** Returns whether the hash was there already. */
        boolean add(long hash) {
            if (hashes.length == 0) {
                return false;
            }
            int slot = slot(hash);
            while (hashes[slot] != 0) {
                if (hashes[slot] == hash) {
                    repeats++;
                    return true;
                }
                slot = (slot + 1) & (hashes.length - 1);
            }
            hashes[slot] = hash;
            if (++size > hashes.length / 4 * 3) {
                grow();
            }
            return false;
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
