package dev.trailwise.sql.scalar;

import io.airlift.jcodings.specific.NonStrictUTF8Encoding;
import io.airlift.joni.Matcher;
import io.airlift.joni.Option;
import io.airlift.joni.Regex;
import io.airlift.joni.Region;
import io.airlift.joni.Syntax;
import io.airlift.joni.exception.JOniException;
import io.airlift.joni.exception.ValueException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regular expressions by the library that Trino uses. */
final class Regexps {
    private static final Cache<Regex> PATTERNS = new Cache<>(Regexps::compile);

    private Regexps() {}

    private static Regex compile(String pattern) {
        byte[] bytes = utf8(pattern);
        try {
            return new Regex(bytes, 0, bytes.length, Option.DEFAULT, NonStrictUTF8Encoding.INSTANCE, Syntax.Java);
        } catch (JOniException | ArrayIndexOutOfBoundsException invalid) {
            throw new InvalidValue("invalid regular expression '" + pattern + "': " + invalid.getMessage());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The matches in a text, one after the other. */
    private static final class Matches {
        final byte[] text;
        final Regex regex;
        final Matcher matcher;
        int next;

        Matches(Object text, Object pattern) {
            this.text = utf8((String) text);
            this.regex = PATTERNS.get((String) pattern);
            this.matcher = regex.matcher(this.text);
        }

        boolean find() {
            if (next > text.length || matcher.search(next, text.length, Option.DEFAULT) == -1) {
                return false;
            }
            int end = matcher.getEnd();
            next = end > matcher.getBegin() ? end : end < text.length ? end + codePoint(text[end]) : text.length + 1;
            return true;
        }

        private static int codePoint(byte first) {
            int b = first & 0xff;
            return b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
        }

        String between(int from, int to) {
            return new String(text, from, to - from, StandardCharsets.UTF_8);
        }

        @Nullable
        String group(int group) {
            Region region = matcher.getEagerRegion();
            int begin = region.beg[group];
            return begin < 0 || region.end[group] < 0 ? null : between(begin, region.end[group]);
        }

        int checked(Object number) {
            long group = (Long) number;
            int groups = matcher.getEagerRegion().numRegs - 1;
            if (group < 0) {
                throw new InvalidValue("Group cannot be negative");
            }
            if (group > groups) {
                throw new InvalidValue("Pattern has " + groups + " groups. Cannot access group " + group);
            }
            return (int) group;
        }
    }

    static Object like(Object[] arguments) {
        return new Matches(arguments[0], arguments[1]).find();
    }

    static @Nullable Object extract(Object[] arguments) {
        Matches matches = new Matches(arguments[0], arguments[1]);
        int group = matches.checked(arguments[2]);
        return matches.find() ? matches.group(group) : null;
    }

    static Object extractAll(Object[] arguments) {
        Matches matches = new Matches(arguments[0], arguments[1]);
        int group = matches.checked(arguments[2]);
        List<@Nullable String> found = new ArrayList<>();
        while (matches.find()) {
            found.add(matches.group(group));
        }
        return Lists.json(found);
    }

    static Object count(Object[] arguments) {
        Matches matches = new Matches(arguments[0], arguments[1]);
        long count = 0;
        while (matches.find()) {
            count++;
        }
        return count;
    }

    static Object split(Object[] arguments) {
        Matches matches = new Matches(arguments[0], arguments[1]);
        List<@Nullable String> parts = new ArrayList<>();
        int from = 0;
        while (matches.find()) {
            parts.add(matches.between(from, matches.matcher.getBegin()));
            from = matches.matcher.getEnd();
        }
        parts.add(matches.between(from, matches.text.length));
        return Lists.json(parts);
    }

    static Object replace(Object[] arguments) {
        Matches matches = new Matches(arguments[0], arguments[1]);
        byte[] replacement = utf8((String) arguments[2]);
        ByteArrayOutputStream out = new ByteArrayOutputStream(matches.text.length + 16);
        int from = 0;
        while (matches.find()) {
            out.write(matches.text, from, matches.matcher.getBegin() - from);
            from = matches.matcher.getEnd();
            append(out, matches, replacement);
        }
        out.write(matches.text, from, matches.text.length - from);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** {@code $1} and <code>${name}</code> are groups, a backslash takes the meaning from the next character. */
    private static void append(ByteArrayOutputStream out, Matches matches, byte[] replacement) {
        int at = 0;
        while (at < replacement.length) {
            byte c = replacement[at++];
            if (c != '$' && c != '\\') {
                out.write(c);
                continue;
            }
            if (at == replacement.length) {
                throw new InvalidValue(
                        "Illegal replacement sequence: " + new String(replacement, StandardCharsets.UTF_8));
            }
            if (c == '\\') {
                out.write(replacement[at++]);
                continue;
            }
            Region region = matches.matcher.getEagerRegion();
            int group;
            if (replacement[at] == '{') {
                int start = ++at;
                while (at < replacement.length && replacement[at] != '}') {
                    at++;
                }
                group = named(matches, region, replacement, start, at);
                at++;
            } else {
                group = replacement[at++] - '0';
                if (group < 0 || group > 9) {
                    throw new InvalidValue(
                            "Illegal replacement sequence: " + new String(replacement, StandardCharsets.UTF_8));
                }
                if (region.numRegs <= group) {
                    throw new InvalidValue("Illegal replacement sequence: unknown group " + group);
                }
                while (at < replacement.length && replacement[at] >= '0' && replacement[at] <= '9') {
                    int longer = group * 10 + replacement[at] - '0';
                    if (region.numRegs <= longer) {
                        break;
                    }
                    group = longer;
                    at++;
                }
            }
            if (region.beg[group] >= 0 && region.end[group] >= 0) {
                out.write(matches.text, region.beg[group], region.end[group] - region.beg[group]);
            }
        }
    }

    private static int named(Matches matches, Region region, byte[] replacement, int start, int end) {
        byte[] name = java.util.Arrays.copyOfRange(replacement, start, end);
        try {
            return matches.regex.nameToBackrefNumber(name, 0, name.length, region);
        } catch (ValueException unknown) {
            throw new InvalidValue(
                    "Illegal replacement sequence: unknown group { " + new String(name, StandardCharsets.UTF_8) + " }");
        }
    }
}
