package dev.trailwise.query;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.table;

import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/**
 * Which events to find, as flags ask for them.
 *
 * @param values the values of each field; those of a flag that takes none do not matter
 * @param columns what to show, as columns or fields in them such as {@code useridentity.type}; empty for a useful choice
 * @param limit how many events to show at most, the earliest first
 */
public record EventFilter(Map<SearchField, List<String>> values, List<String> columns, OptionalLong limit) {
    private static final List<String> USUAL = List.of(
            "eventtime",
            "eventsource",
            "eventname",
            "principal",
            "sourceipaddress",
            "errorcode",
            "awsregion",
            "recipientaccountid",
            "accesskeyid",
            "useragent",
            "requestparameters",
            "eventid");

    /** @throws IllegalArgumentException when a value cannot match any event, with a message that shows a good one */
    public EventFilter {
        EnumMap<SearchField, List<String>> checked = new EnumMap<>(SearchField.class);
        values.forEach((field, texts) ->
                checked.put(field, texts.stream().map(field::checked).toList()));
        values = Collections.unmodifiableMap(checked);
        columns = columns.stream().map(SelectedColumn::checked).toList();
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, not " + limit.getAsLong());
        }
        if (values.containsKey(SearchField.READ_ONLY) && values.containsKey(SearchField.WRITE_ONLY)) {
            throw new IllegalArgumentException(
                    SearchField.READ_ONLY.flag() + " cannot be combined with " + SearchField.WRITE_ONLY.flag());
        }
        List<String> errors = values.getOrDefault(SearchField.ERROR, List.of());
        if (errors.size() > 1
                && (errors.contains(SearchConditions.FAILED) || errors.contains(SearchConditions.SUCCEEDED))) {
            throw new IllegalArgumentException(SearchField.ERROR.flag() + " " + String.join(",", errors)
                    + ": any and none cannot be combined with other codes");
        }
    }

    /** A filter that shows at most so many events, and finds one more, which tells that there are more. */
    public static EventFilter of(Map<SearchField, List<String>> values, List<String> columns, long most) {
        return new EventFilter(
                values, columns, most < Long.MAX_VALUE ? OptionalLong.of(most + 1) : OptionalLong.empty());
    }

    /** The question in Athena SQL over the table {@code cloudtrail}, the earliest event first. */
    public SqlText sql() {
        return SqlText.of(new SqlSource("<search>", render()));
    }

    /** Renders SQL for Trino, each value a literal. */
    static DSLContext dsl() {
        // jOOQ greets on the log otherwise.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Settings settings = new Settings()
                .withStatementType(StatementType.STATIC_STATEMENT)
                .withLocale(Locale.ROOT)
                .withRenderKeywordCase(RenderKeywordCase.UPPER)
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderFormatted(true);
        return DSL.using(SQLDialect.TRINO, settings);
    }

    private String render() {
        Condition condition = noCondition();
        for (Map.Entry<SearchField, List<String>> field : values.entrySet()) {
            condition = condition.and(field.getKey().condition(field.getValue()));
        }
        String sql = dsl().renderInlined(DSL.select(selected())
                .from(table(name("cloudtrail")))
                .where(condition)
                .orderBy(field(name("eventtime")), field(name("eventid"))));
        // jOOQ writes FETCH NEXT for Trino, which Athena's manual does not list.
        return limit.isPresent() ? sql + "\nLIMIT " + limit.getAsLong() : sql;
    }

    private List<SelectFieldOrAsterisk> selected() {
        List<SelectFieldOrAsterisk> selected = new ArrayList<>();
        for (String path : columns.isEmpty() ? USUAL : columns) {
            selected.add(
                    path.contains(".") ? SelectedColumn.field(path).as(quotedName(path)) : SelectedColumn.field(path));
        }
        return selected;
    }
}
