package dev.trailwise.cli.command;

import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.EventFilter;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds events by flags. */
@Command(
        name = "search",
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
public final class SearchCommand extends AskCommand {
    @Option(
            names = "--event-name",
            paramLabel = "NAME",
            split = ",",
            description = "API actions: RunInstances, 'Describe*'.")
    List<String> eventNames = new ArrayList<>();

    @Option(
            names = "--event-source",
            paramLabel = "NAME",
            split = ",",
            description = "Services: iam, s3.amazonaws.com.")
    List<String> eventSources = new ArrayList<>();

    @Option(
            names = "--user",
            paramLabel = "NAME",
            split = ",",
            description = "Users, roles, or sessions of roles, by name.")
    List<String> users = new ArrayList<>();

    @Option(
            names = "--principal",
            paramLabel = "ARN",
            split = ",",
            description = "Users, roles or sessions, by name, ARN or id.")
    List<String> principals = new ArrayList<>();

    @Option(names = "--access-key", paramLabel = "KEY", split = ",", description = "Access keys: AKIA… or ASIA….")
    List<String> accessKeys = new ArrayList<>();

    @Option(
            names = "--ip",
            paramLabel = "IP",
            split = ",",
            description = "Addresses or networks of callers, or services' names.")
    List<String> addresses = new ArrayList<>();

    @Option(
            names = "--resource",
            paramLabel = "TEXT",
            split = ",",
            description = "Part of an ARN, id or name, in the event's resources, request or response. Case counts.")
    List<String> resources = new ArrayList<>();

    @Option(names = "--user-agent", paramLabel = "TEXT", description = "Callers' software: '*boto3*'.")
    List<String> userAgents = new ArrayList<>();

    @Option(names = "--event-id", paramLabel = "ID", split = ",", description = "Events by id.")
    List<String> eventIds = new ArrayList<>();

    @Option(
            names = "--error",
            paramLabel = "CODE",
            split = ",",
            description =
                    "Failed calls with these error codes: AccessDenied, '*Unauthorized*', any; or none, for success.")
    List<String> errors = new ArrayList<>();

    @Option(names = "--read-only", description = "Only calls that change nothing.")
    boolean readOnly;

    @Option(names = "--write-only", description = "Only calls that may change something.")
    boolean writeOnly;

    SearchCommand(Host host) {
        super(host);
    }

    @Override
    SqlText question(Workspace workspace) {
        try {
            return filter().sql();
        } catch (IllegalArgumentException invalid) {
            throw new Failure(ExitCode.USAGE, String.valueOf(invalid.getMessage()), invalid);
        }
    }

    @Override
    List<String> wantedNames() {
        return eventNames.stream()
                .map(String::strip)
                .filter(name -> name.matches("[A-Za-z0-9_.-]+"))
                .toList();
    }

    private EventFilter filter() {
        EventFilter.Builder filter = EventFilter.builder()
                .eventNames(eventNames)
                .eventSources(eventSources)
                .users(users)
                .principals(principals)
                .accessKeys(accessKeys)
                .addresses(addresses)
                .resources(resources)
                .userAgents(userAgents)
                .eventIds(eventIds)
                .outcome(outcome())
                .errors(errors.stream().filter(code -> !isWord(code)).toList())
                .access(access())
                .columns(output.columns);
        if (output.most() < Long.MAX_VALUE) {
            filter.limit(output.most() + 1); // one more tells that there are more
        }
        return filter.build();
    }

    private EventFilter.Outcome outcome() {
        if (errors.stream().noneMatch(SearchCommand::isWord)) {
            return EventFilter.Outcome.ANY;
        }
        if (errors.size() > 1) {
            throw new Failure(ExitCode.USAGE, "--error " + String.join(",", errors) + ": any and none stand alone");
        }
        return errors.get(0).equals("any") ? EventFilter.Outcome.FAILED : EventFilter.Outcome.SUCCEEDED;
    }

    private EventFilter.Access access() {
        if (readOnly && writeOnly) {
            throw new Failure(ExitCode.USAGE, "--read-only and --write-only leave no event: give one of them");
        }
        if (readOnly) {
            return EventFilter.Access.READ;
        }
        return writeOnly ? EventFilter.Access.WRITE : EventFilter.Access.ANY;
    }

    private static boolean isWord(String code) {
        return code.equals("any") || code.equals("none");
    }
}
