package dev.trailwise.logs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Event times such as {@code "2026-11-01T10:00:00Z"}, read from the bytes without objects between. */
final class EventTime {
    /** Digits 0 where there is one. */
    private static final String SHAPE = "0000-00-00T00:00:00";

    static final long NONE = -1;

    private EventTime() {}

    /** The time as the number yyyyMMddHHmmss, which sorts as times do; {@link #NONE} when it does not have that shape. */
    static long of(Slicer event, int slot) {
        int from = event.from[slot];
        if (from < 0 || event.bytes[from] != '"' || event.to[slot] - from < SHAPE.length() + 3) {
            return NONE;
        }
        long time = 0;
        for (int i = 0; i < SHAPE.length(); i++) {
            byte c = event.bytes[from + 1 + i];
            if (SHAPE.charAt(i) == '0') {
                if (c < '0' || c > '9') {
                    return NONE;
                }
                time = time * 10 + (c - '0');
            } else if (c != SHAPE.charAt(i)) {
                return NONE;
            }
        }
        return isUtc(event.bytes, from + 1 + SHAPE.length(), event.to[slot] - 1) && exists(time) ? time : NONE;
    }

    /** Whether nothing follows the seconds but a fraction and the Z of UTC. */
    private static boolean isUtc(byte[] b, int seconds, int end) {
        int p = seconds;
        if (b[p] == '.') {
            p++;
            while (p < end && b[p] >= '0' && b[p] <= '9') {
                p++;
            }
        }
        return p == end - 1 && b[p] == 'Z';
    }

    private static boolean exists(long time) {
        int year = (int) (time / 10_000_000_000L);
        int month = (int) (time / 100_000_000 % 100);
        int day = (int) (time / 1_000_000 % 100);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year))
                && time / 10_000 % 100 < 24
                && time / 100 % 100 < 60
                && time % 100 < 60;
    }

    static Optional<Instant> instant(long time) {
        if (time == NONE) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(
                        (int) (time / 10_000_000_000L),
                        (int) (time / 100_000_000 % 100),
                        (int) (time / 1_000_000 % 100),
                        (int) (time / 10_000 % 100),
                        (int) (time / 100 % 100),
                        (int) (time % 100))
                .toInstant(ZoneOffset.UTC));
    }

    /** The day as {@code yyyy/MM/dd}. */
    static byte @Nullable [] day(Slicer event, int slot) {
        if (of(event, slot) == NONE) {
            return null;
        }
        int from = event.from[slot] + 1;
        byte[] day = java.util.Arrays.copyOfRange(event.bytes, from, from + 10);
        day[4] = '/';
        day[7] = '/';
        return day;
    }
}
