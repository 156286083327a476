package dev.trailwise.sql.scalar;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parts of URLs. What is no URL has none. */
final class Urls {
    private Urls() {}

    private static @Nullable URI parse(Object url) {
        try {
            return new URI((String) url);
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** A part as text; a URL without it gives an empty one. */
    static ScalarFunction.Body part(Function<URI, @Nullable String> part) {
        return arguments -> {
            URI url = parse(arguments[0]);
            if (url == null) {
                return null;
            }
            String text = part.apply(url);
            return text == null ? "" : text;
        };
    }

    static @Nullable Object port(Object[] arguments) {
        URI url = parse(arguments[0]);
        return url == null || url.getPort() < 0 ? null : (Object) (long) url.getPort();
    }

    static @Nullable Object parameter(Object[] arguments) {
        URI url = parse(arguments[0]);
        if (url == null || url.getRawQuery() == null) {
            return null;
        }
        for (String parameter : url.getRawQuery().split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (name.equals(arguments[1])) {
                return equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            }
        }
        return null;
    }

    static Object encode(Object[] arguments) {
        return URLEncoder.encode((String) arguments[0], StandardCharsets.UTF_8);
    }

    static Object decode(Object[] arguments) {
        return decoded((String) arguments[0]);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }
}
