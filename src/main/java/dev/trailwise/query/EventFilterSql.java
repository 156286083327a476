package dev.trailwise.query;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** Renders a filter with jOOQ: every value is an inlined literal, so that none can be read as SQL. */
final class EventFilterSql {
    private static final Field<String> ISSUER_NAME = text("useridentity.sessioncontext.sessionissuer.username");
    private static final Field<String> ISSUER_ARN = text("useridentity.sessioncontext.sessionissuer.arn");
    private static final Field<String> SESSION_NAME = text("split_part(useridentity.principalid, ':', 2)");

    /** Sessions of Identity Center are named by mail addresses. */
    private static final Field<String> SESSION_PERSON =
            text("split_part(split_part(useridentity.principalid, ':', 2), '@', 1)");

    private static final Field<String> ERROR_CODE = text("errorcode");
    private static final Field<String> ADDRESS = text("sourceipaddress");

    private final EventFilter filter;

    EventFilterSql(EventFilter filter) {
        this.filter = filter;
    }

    /** Renders for Trino, each value a literal. */
    static DSLContext dsl() {
        // jOOQ greets on the log otherwise.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return DSL.using(
                SQLDialect.TRINO,
                new Settings()
                        .withStatementType(StatementType.STATIC_STATEMENT)
                        .withLocale(Locale.ROOT)
                        .withRenderKeywordCase(RenderKeywordCase.UPPER)
                        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                        .withRenderFormatted(true));
    }

    String render() {
        DSLContext dsl = dsl();
        String sql = dsl.renderInlined(dsl.select(columns())
                .from(table("cloudtrail"))
                .where(conditions())
                .orderBy(field("eventtime"), field("eventid")));
        // jOOQ writes FETCH NEXT for Trino, which Athena's manual does not list.
        return filter.limit().isPresent() ? sql + "\nLIMIT " + filter.limit().getAsLong() : sql;
    }

    private List<SelectFieldOrAsterisk> columns() {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        for (String path : filter.columns()) {
            String sql = SelectedColumn.sql(path);
            columns.add(
                    sql.equals(path) && !path.contains(".")
                            ? field(path)
                            : field(sql).as(quotedName(path)));
        }
        return columns.isEmpty() ? usual() : columns;
    }

    private static List<SelectFieldOrAsterisk> usual() {
        return List.of(
                field("eventtime"),
                field("eventsource"),
                field("eventname"),
                field(SelectedColumn.sql("principal")).as("principal"),
                field("sourceipaddress"),
                field("errorcode"),
                field("awsregion"),
                field("recipientaccountid"),
                field("useridentity.accesskeyid").as("accesskeyid"),
                field("useragent"),
                field("requestparameters"),
                field("eventid"));
    }

    private Condition conditions() {
        return any(filter.eventNames(), text("eventname"))
                .and(any(filter.eventSources(), text("eventsource")))
                .and(any(
                        filter.users(),
                        text("useridentity.username"),
                        text("useridentity.type"),
                        ISSUER_NAME,
                        SESSION_NAME,
                        SESSION_PERSON))
                .and(any(
                        filter.principals(),
                        text("useridentity.arn"),
                        text("useridentity.username"),
                        text("useridentity.type"),
                        text("useridentity.principalid"),
                        ISSUER_ARN,
                        ISSUER_NAME,
                        SESSION_NAME,
                        SESSION_PERSON))
                .and(any(filter.accessKeys(), text("useridentity.accesskeyid")))
                .and(addresses())
                .and(resources())
                .and(any(filter.userAgents(), text("useragent")))
                .and(any(filter.eventIds(), text("eventid")))
                .and(outcome())
                .and(any(filter.errors(), ERROR_CODE))
                .and(access());
    }

    /** Some field is one of the texts, or like one with wildcards, whatever the case. */
    @SafeVarargs
    private static Condition any(List<String> texts, Field<String>... fields) {
        if (texts.isEmpty()) {
            return noCondition();
        }
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

    private Condition addresses() {
        if (filter.addresses().isEmpty()) {
            return noCondition();
        }
        List<String> names = filter.addresses().stream()
                .filter(address -> !address.contains("/"))
                .toList();
        List<Condition> any = new ArrayList<>();
        if (!names.isEmpty()) {
            any.add(any(names, ADDRESS));
        }
        filter.addresses().stream()
                .filter(address -> address.contains("/"))
                .map(network -> condition("contains({0}, TRY_CAST(sourceipaddress AS ipaddress))", inline(network)))
                .forEach(any::add);
        return or(any);
    }

    private Condition resources() {
        if (filter.resources().isEmpty()) {
            return noCondition();
        }
        List<Condition> any = new ArrayList<>();
        for (String resource : filter.resources()) {
            Field<String> pattern = inline("%" + Glob.like(resource) + "%");
            any.add(condition("any_match(resources, r -> r.arn LIKE {0} ESCAPE '\\')", pattern));
            any.add(text("requestparameters").like(pattern, Glob.ESCAPE));
            any.add(text("responseelements").like(pattern, Glob.ESCAPE));
        }
        return or(any);
    }

    /** A failed console sign-in has a message but no code. */
    private Condition outcome() {
        return switch (filter.outcome()) {
            case ANY -> noCondition();
            case SUCCEEDED -> ERROR_CODE.isNull().and(text("errormessage").isNull());
            case FAILED -> ERROR_CODE.isNotNull().or(text("errormessage").isNotNull());
        };
    }

    private Condition access() {
        Field<String> readOnly = text("readonly");
        return switch (filter.access()) {
            case ANY -> noCondition();
            case READ -> readOnly.eq(inline("true"));
            case WRITE -> readOnly.isNull().or(readOnly.ne(inline("true")));
        };
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

    private static Field<String> text(String sql) {
        return field(sql, String.class);
    }
}
