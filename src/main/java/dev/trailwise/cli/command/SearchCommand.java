package dev.trailwise.cli.command;

import dev.trailwise.cli.option.SearchOptions;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.EventFilter;
import dev.trailwise.query.SearchField;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Command;

/** Finds events by flags. */
@Command(
        name = "search",
        modelTransformer = SearchOptions.class,
        description = {
            "Find events by flags, earliest first.",
            "Several values of a flag mean any of them; several flags mean all of them. * matches any characters."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise search --user alice --error any --logs ./logs --from 7d",
            "  trailwise search --event-name 'Delete*,StopLogging' --write-only \\",
            "      --logs ./logs --from 2026-11-01 --to 2026-11-02",
            "  trailwise search --ip 198.51.100.0/24 --format ndjson --logs ./logs"
        })
public final class SearchCommand extends QueryCommand {
    @Override
    SqlText question(Workspace workspace) {
        try {
            return EventFilter.of(SearchOptions.values(spec), options.output.columns, options.output.most())
                    .sql();
        } catch (IllegalArgumentException invalid) {
            throw Failure.usage(String.valueOf(invalid.getMessage()));
        }
    }

    @Override
    List<String> wantedNames() {
        return SearchField.names(SearchOptions.values(spec).getOrDefault(SearchField.EVENT_NAME, List.of()));
    }
}
