package dev.trailwise.query;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Conditions of a search in jOOQ: every value is an inlined literal, so that none can be read as SQL. */
final class SearchConditions {
    /** Error codes that mean any code, and none. */
    static final String FAILED = "any";

    static final String SUCCEEDED = "none";

    private SearchConditions() {}

    static Field<String> text(String path) {
        return field(name(path.split("\\.", -1)), String.class);
    }

    /** Who acted, by name; or by ARN and id too. Sessions of Identity Center are named by mail addresses. */
    static List<Field<String>> person(boolean ids) {
        Field<String> session = part(text("useridentity.principalid"), ":", 2);
        List<Field<String>> names = new ArrayList<>(List.of(
                text("useridentity.username"),
                text("useridentity.type"),
                text("useridentity.sessioncontext.sessionissuer.username"),
                session,
                part(session, "@", 1)));
        if (ids) {
            names.add(0, text("useridentity.arn"));
            names.add(3, text("useridentity.principalid"));
            names.add(4, text("useridentity.sessioncontext.sessionissuer.arn"));
        }
        return names;
    }

    private static Field<String> part(Field<String> text, String separator, int index) {
        return function("split_part", String.class, text, inline(separator), inline(index));
    }

    static Condition any(List<String> texts, Field<String> field) {
        return any(texts, List.of(field));
    }

    /** Some field is one of the texts, or like one with wildcards, whatever the case. */
    static Condition any(List<String> texts, List<Field<String>> fields) {
        List<String> plain = texts.stream()
                .filter(text -> !Glob.hasWildcard(text))
                .map(text -> lowerCase(Glob.plain(text)))
                .toList();
        List<Condition> any = new ArrayList<>();
        for (Field<String> field : fields) {
            if (!plain.isEmpty()) {
                any.add(
                        plain.size() == 1
                                ? lower(field).eq(inline(plain.get(0)))
                                : lower(field).in(literals(plain)));
            }
            texts.stream()
                    .filter(Glob::hasWildcard)
                    .map(text -> lower(field).like(inline(lowerCase(Glob.like(text))), Glob.ESCAPE))
                    .forEach(any::add);
        }
        return or(any);
    }

    /** Called from an address, from a network, or by a service of a name. */
    static Condition address(List<String> addresses) {
        Field<String> column = text("sourceipaddress");
        List<String> names =
                addresses.stream().filter(address -> !address.contains("/")).toList();
        List<Condition> any = new ArrayList<>();
        if (!names.isEmpty()) {
            any.add(any(names, column));
        }
        addresses.stream()
                .filter(address -> address.contains("/"))
                .map(network -> condition("contains({0}, TRY_CAST({1} AS ipaddress))", inline(network), column))
                .forEach(any::add);
        return or(any);
    }

    static Condition resource(List<String> resources) {
        List<Condition> any = new ArrayList<>();
        for (String resource : resources) {
            Field<String> pattern = inline("%" + Glob.like(resource) + "%");
            Condition arn = text("r.arn").like(pattern, Glob.ESCAPE);
            any.add(condition("any_match({0}, r -> {1})", text("resources"), arn)); // jOOQ has no lambda of our own
            any.add(text("requestparameters").like(pattern, Glob.ESCAPE));
            any.add(text("responseelements").like(pattern, Glob.ESCAPE));
        }
        return or(any);
    }

    /** Failed with one of these codes, or with any; or succeeded. A failed console sign-in has a message but no code. */
    static Condition outcome(List<String> codes) {
        Field<String> code = text("errorcode");
        Field<String> message = text("errormessage");
        if (codes.contains(SUCCEEDED)) {
            return code.isNull().and(message.isNull());
        }
        return codes.contains(FAILED) ? code.isNotNull().or(message.isNotNull()) : any(codes, code);
    }

    /** What a call does, as the service declares it; a call that declares nothing counts as a write. */
    static Condition access(boolean read) {
        Field<String> readOnly = text("readonly");
        return read ? readOnly.eq(inline("true")) : readOnly.isNull().or(readOnly.ne(inline("true")));
    }

    private static List<Field<String>> literals(List<String> texts) {
        return texts.stream().<Field<String>>map(DSL::inline).toList();
    }

    /** As {@code lower} does it in Trino: each character by itself, in no language. */
    private static String lowerCase(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
