package dev.trailwise.sql.scalar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was made of a text, such as a pattern, that is the same in most rows. */
final class Cache<T> {
    private static final int MOST = 256;

    private final Map<String, T> made = new ConcurrentHashMap<>();
    private final Function<String, T> maker;

    Cache(Function<String, T> maker) {
        this.maker = maker;
    }

    T get(String text) {
        T known = made.get(text);
        if (known != null) {
            return known;
        }
        if (made.size() >= MOST) {
            made.clear();
        }
        T value = maker.apply(text);
        made.put(text, value);
        return value;
    }
}
