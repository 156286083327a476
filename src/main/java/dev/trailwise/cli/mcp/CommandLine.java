package dev.trailwise.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The command line of a call. No value of a client can be taken for a flag. */
final class CommandLine {
    private final List<String> flags = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Tool tool;

    private CommandLine(Tool tool) {
        this.tool = tool;
    }

    /** @throws Refused when an argument is missing, unknown or of another type */
    static CommandLine of(Tool tool, JsonNode arguments) {
        CommandLine line = new CommandLine(tool);
        arguments.fieldNames().forEachRemaining(name -> {
            if (tool.arguments.stream().noneMatch(known -> known.name().equals(name))) {
                throw new Refused("unknown argument " + name);
            }
        });
        if (tool == Tool.GET_EVENT) {
            line.texts.add("event-detail");
        }
        for (Argument argument : tool.arguments) {
            JsonNode value = arguments.path(argument.name());
            if (!value.isMissingNode() && !value.isNull()) {
                line.add(argument, value);
            } else if (argument.required()) {
                throw new Refused("missing argument " + argument.name());
            }
        }
        return line;
    }

    private void add(Argument argument, JsonNode value) {
        switch (argument.kind()) {
            case TEXT -> place(argument, text(argument, value));
            case FLAG -> {
                if (value.asBoolean()) {
                    flags.add(argument.flag());
                }
            }
            case LIST -> value.forEach(one -> flags.add(argument.flag() + "=" + text(argument, one)));
            case OBJECT ->
                value.properties().forEach(one -> {
                    if (!one.getKey().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                        throw new Refused("no parameter is called " + one.getKey());
                    }
                    texts.add(one.getKey() + "=" + text(argument, one.getValue()));
                });
        }
    }

    private void place(Argument argument, String value) {
        if (!argument.flag().isEmpty()) {
            flags.add(argument.flag() + "=" + value);
        } else if (tool == Tool.GET_EVENT) {
            texts.add("event_id=" + value);
        } else {
            texts.add(value);
        }
    }

    private static String text(Argument argument, JsonNode value) {
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(one -> all.add(text(argument, one)));
            return String.join(",", all);
        }
        if (!value.isValueNode()) {
            throw new Refused(argument.name() + " takes text");
        }
        return value.asText();
    }

    /** The words, with more flags. */
    List<String> words(List<String> more) {
        List<String> words = new ArrayList<>(List.of(tool.command.split(" ")));
        words.addAll(flags);
        words.addAll(more);
        if (!texts.isEmpty()) {
            words.add("--");
            words.addAll(texts);
        }
        return words;
    }
}
