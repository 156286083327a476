package dev.trailwise.follow.chain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a walk begins.
 *
 * @param text as it was given
 * @param node the credential or principal that it names; none where the first events tell
 * @param asks what the first step asks
 */
public record Start(String text, Optional<NodeId> node, List<Ask> asks) {
    private static final String KEY = "(AKIA|ASIA)[A-Z0-9]{12,124}";
    private static final String EVENT_ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String ADDRESS = "[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+";

    /** What the text names, by its form: an access key, an ARN, an event id, an address, else a name. */
    public static Start of(String text) {
        if (text.matches(KEY)) {
            return at(text, NodeId.key(text));
        }
        if (text.startsWith("arn:")) {
            return at(text, NodeId.principal(text));
        }
        AskKind kind = text.matches(EVENT_ID) ? AskKind.EVENT : text.matches(ADDRESS) ? AskKind.ADDRESS : AskKind.NAME;
        String value = kind == AskKind.NAME ? text.toLowerCase(Locale.ROOT) : text;
        return new Start(text, Optional.empty(), List.of(new Ask(kind, value)));
    }

    private static Start at(String text, NodeId node) {
        return new Start(text, Optional.of(node), List.of());
    }
}
