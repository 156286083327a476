package dev.trailwise.run;

import dev.trailwise.query.Compiler;
import dev.trailwise.query.FieldList;
import dev.trailwise.run.price.SpendingLimits;
import dev.trailwise.sql.SqlText;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Rendering;
import dev.trailwise.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A query, with everything that decides how it is answered.
 *
 * @param commandLine the command as the user typed it, for the history
 * @param question the SQL; made while the engine starts, because that takes longest
 * @param wantedNames event names that it looks for; those that do not occur are reported
 * @param part what becomes of the rows of one of several queries of a command; else they go to the output
 * @param dryRun whether only the price is shown
 * @param listener hears what is known of the answer
 */
public record QueryRequest(
        String commandLine,
        Supplier<SqlText> question,
        List<String> wantedNames,
        RequestedScope scope,
        EngineChoice engine,
        SpendingLimits spending,
        OutputChoice output,
        Optional<Part> part,
        boolean dryRun,
        ExitRule exits,
        AnswerListener listener) {
    public QueryRequest {
        wantedNames = List.copyOf(wantedNames);
    }

    /** The same, of whose answer somebody hears more than its rows. */
    public QueryRequest heardBy(AnswerListener other) {
        return new QueryRequest(
                commandLine, question, wantedNames, scope, engine, spending, output, part, dryRun, exits, other);
    }

    /** The same on this machine, over those logs. */
    public QueryRequest over(List<String> logs) {
        return over(logs, false);
    }

    /** @param partly whether the logs are known to lack files of the scope */
    QueryRequest over(List<String> logs, boolean partly) {
        return with(question, engine.over(logs, partly));
    }

    /** The same in another place. */
    QueryRequest at(EngineName where) {
        return with(question, engine.at(where));
    }

    /** All records of its scope, whole. */
    public QueryRequest ofRecords() {
        return with(FieldList::records, output.ofRecords(true));
    }

    /** The same with a chart below the table. */
    public QueryRequest charted() {
        return with(question, output.withChart());
    }

    /** Fields of events with an empty text for those that an event lacks, where the format is tsv. */
    public QueryRequest ofFields() {
        return with(question, output.withBlankNull());
    }

    private QueryRequest with(Supplier<SqlText> asked, OutputChoice shown) {
        return new QueryRequest(
                commandLine, asked, wantedNames, scope, engine, spending, shown, part, dryRun, exits, listener);
    }

    /** A compiler for the tables of this machine. */
    Compiler localCompiler(Workspace workspace) {
        Map<TableName, TableDefinition> tables = new LinkedHashMap<>(workspace.tables());
        if (output.records()) {
            tables.replaceAll((name, table) -> table.withRecord());
        }
        return new Compiler(tables);
    }

    /** The same with the question read, which may be on stdin. */
    QueryRequest asked() {
        SqlText text = question.get();
        return with(() -> text, engine);
    }

    private QueryRequest with(Supplier<SqlText> asked, EngineChoice where) {
        return new QueryRequest(
                commandLine, asked, wantedNames, scope, where, spending, output, part, dryRun, exits, listener);
    }

    /** The same over another part of the logs. */
    public QueryRequest over(RequestedScope other) {
        return new QueryRequest(
                commandLine, question, wantedNames, other, engine, spending, output, part, dryRun, exits, listener);
    }

    /** One of several queries of a command. */
    public QueryRequest part(SqlText query, Part rows) {
        return new QueryRequest(
                commandLine,
                () -> query,
                List.of(),
                scope,
                engine,
                spending,
                output,
                Optional.of(rows),
                dryRun,
                ExitRule.PLAIN,
                listener);
    }

    Rendering rendering() {
        return part.map(Part::rows).orElseGet(() -> Rendering.of(output));
    }

    boolean quiet() {
        return part.filter(Part::quiet).isPresent();
    }
}
