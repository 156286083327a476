package dev.trailwise.sigma.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a field is marked with after its name.
 *
 * @see <a
 *     href="https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-modifiers.md">Modifiers,
 *     version 2.1</a>
 */
enum Modifier {
    ALL,
    NEQ,
    CASED,
    CONTAINS,
    STARTSWITH,
    ENDSWITH,
    EXISTS,
    RE,
    I,
    M,
    S,
    CIDR,
    BASE64,
    BASE64OFFSET,
    UTF16LE,
    UTF16BE,
    UTF16,
    WIDE,
    WINDASH,
    LT,
    LTE,
    GT,
    GTE,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    FIELDREF,
    EXPAND;

    private static final Map<String, Modifier> ALIASES = Map.of("ignorecase", I, "multiline", M, "dotall", S);

    static List<String> names() {
        return Arrays.stream(values()).map(Modifier::toString).toList();
    }

    static Optional<Modifier> named(String name) {
        Modifier alias = ALIASES.get(name);
        return alias != null
                ? Optional.of(alias)
                : Arrays.stream(values())
                        .filter(modifier -> modifier.toString().equals(name))
                        .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
