package dev.trailwise.follow;

import dev.trailwise.follow.chain.Chain;
import dev.trailwise.follow.chain.Credential;
import dev.trailwise.follow.chain.Credential.Outcome;
import dev.trailwise.follow.chain.Link;
import dev.trailwise.follow.chain.Walk;
import dev.trailwise.text.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chain for programs: one document, whose credentials refer to each other by id. */
final class ChainJson {
    private ChainJson() {}

    static String text(Walk walk, Chain chain, List<String> missing) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("start", walk.start().text());
        document.put("complete", missing.isEmpty());
        document.put("not_followed", missing);
        document.put("steps", (long) walk.taken());
        document.put(
                "roots",
                chain.roots().stream().map(root -> root.id().toString()).toList());
        document.put(
                "credentials",
                chain.credentials().stream()
                        .map(credential -> credential(chain, credential))
                        .toList());
        return JsonText.document(document);
    }

    private static Map<String, @Nullable Object> credential(Chain chain, Credential one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", one.id().toString());
        json.put("kind", one.id().kind().name().toLowerCase(Locale.ROOT));
        json.put("access_keys", one.keys());
        json.put("principal", orNull(one.principal()));
        json.put("principal_type", orNull(one.type()));
        json.put("account", orNull(one.account()));
        json.put("session_name", orNull(one.session()));
        json.put("issuer", orNull(one.issuer()));
        json.put("source_identity", orNull(one.sourceIdentity()));
        json.put(
                "origins", one.origins().stream().map(link -> link(link, false)).toList());
        json.put("origin_searched", one.knownOrigin());
        json.put("all_calls", one.whole());
        json.put("first_seen", orNull(one.first()));
        json.put("last_seen", orNull(one.last()));
        json.put("calls", one.events());
        for (Outcome outcome : Outcome.values()) {
            json.put(outcome.column(), one.count(outcome));
        }
        json.put("addresses", counted("address", one.addresses()));
        json.put("write_actions", counted("action", one.writes()));
        json.put("denied_actions", counted("action", one.denied()));
        json.put("made", one.made().stream().map(link -> link(link, true)).toList());
        json.put("made_not_followed", one.notFollowed());
        json.put(
                "children",
                chain.children(one).stream().map(child -> child.id().toString()).toList());
        return json;
    }

    private static Map<String, @Nullable Object> link(Link link, boolean made) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("credential", (made ? link.to() : link.from()).toString());
        json.put("action", link.action());
        json.put("eventtime", link.time());
        json.put("eventid", orNull(link.eventId()));
        return json;
    }

    private static List<Map<String, Object>> counted(String name, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put(name, count.getKey());
                    json.put("calls", count.getValue());
                    return json;
                })
                .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
