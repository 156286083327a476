package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Level;
import dev.trailwise.text.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An OCSF detection finding a line, for each detection that an event matches.
 *
 * @see <a href="https://schema.ocsf.io/1.5.0/classes/detection_finding">OCSF 1.5, Detection Finding</a>
 */
final class OcsfFindings implements RowSink {
    private static final String SCHEMA = "1.5.0";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final AllFindings findings;
    private final Clock clock;
    private final OutputStream stream;
    private List<ResultColumn> columns = List.of();

    OcsfFindings(AllFindings findings, Clock clock, OutputStream stream) {
        this.findings = findings;
        this.clock = clock;
        this.stream = stream;
    }

    @Override
    public void begin(List<ResultColumn> names) {
        columns = names;
    }

    @Override
    public void row(@Nullable Object[] values) {
        Map<String, Object> event = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                event.put(columns.get(i).name(), value);
            }
        }
        Object names = event.remove("detections");
        if (names instanceof List<?> several) {
            several.forEach(name -> write(finding(findings.detection(String.valueOf(name)), event)));
        }
    }

    private Map<String, Object> finding(SavedQuery detection, Map<String, Object> event) {
        Level level = findings.level(detection);
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("category_uid", 2L);
        finding.put("class_uid", 2004L);
        finding.put("class_name", "Detection Finding");
        finding.put("activity_id", 1L);
        finding.put("activity_name", "Create");
        finding.put("type_uid", 200_401L);
        finding.put("severity_id", severity(level));
        finding.put(
                "severity",
                level.toString().substring(0, 1).toUpperCase(Locale.ROOT)
                        + level.toString().substring(1));
        finding.put("status_id", 1L);
        finding.put("status", "New");
        finding.put("is_alert", true);
        finding.put("time", clock.instant().toEpochMilli());
        time(event).ifPresent(at -> finding.put("start_time", at));
        finding.put("message", detection.title());
        finding.put(
                "metadata",
                Map.of(
                        "version", SCHEMA,
                        "profiles", List.of("cloud"),
                        "product", Map.of("name", "Trailwise", "vendor_name", "Trailwise")));
        finding.put("finding_info", info(detection, event));
        finding.put("cloud", cloud(event));
        finding.put("evidences", List.of(evidence(event)));
        return finding;
    }

    private static long severity(Level level) {
        return switch (level) {
            case INFORMATIONAL -> 1;
            case LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }

    private static Map<String, Object> info(SavedQuery detection, Map<String, Object> event) {
        Map<String, Object> analytic = new LinkedHashMap<>();
        analytic.put("type_id", 1L);
        analytic.put("type", "Rule");
        analytic.put("name", detection.name());
        FindingsReport.attribution(detection).ifPresent(text -> analytic.put("desc", text));
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", detection.name() + ":" + id(event));
        info.put("title", detection.title());
        info.put("analytic", analytic);
        if (!detection.mitre().isEmpty()) {
            info.put(
                    "attacks",
                    detection.mitre().stream().map(OcsfFindings::attack).toList());
        }
        return info;
    }

    /** The event's own id, else one that is the same for the same row. */
    private static String id(Map<String, Object> event) {
        Object id = event.get("eventid");
        return id != null
                ? id.toString()
                : UUID.nameUUIDFromBytes(JsonText.line(event).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private static Map<String, Object> attack(String id) {
        int dot = id.indexOf('.');
        Map<String, Object> attack = new LinkedHashMap<>();
        attack.put("technique", Map.of("uid", dot < 0 ? id : id.substring(0, dot)));
        if (dot > 0) {
            attack.put("sub_technique", Map.of("uid", id));
        }
        return attack;
    }

    private static Map<String, Object> cloud(Map<String, Object> event) {
        Map<String, Object> cloud = new LinkedHashMap<>();
        cloud.put("provider", "AWS");
        Optional.ofNullable(event.get("awsregion")).ifPresent(region -> cloud.put("region", region));
        Optional.ofNullable(event.get("account"))
                .ifPresent(
                        account -> cloud.put("account", Map.of("uid", account, "type_id", 10L, "type", "AWS Account")));
        return cloud;
    }

    private static Map<String, Object> evidence(Map<String, Object> event) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        Map<String, Object> user = new LinkedHashMap<>();
        Optional.ofNullable(event.get("principal")).ifPresent(principal -> user.put("name", principal));
        Optional.ofNullable(event.get("accesskeyid")).ifPresent(key -> user.put("credential_uid", key));
        if (!user.isEmpty()) {
            evidence.put("actor", Map.of("user", user));
        }
        if (event.get("action") instanceof String action) {
            int colon = action.indexOf(':');
            Map<String, Object> api = new LinkedHashMap<>();
            api.put("operation", action.substring(colon + 1));
            if (colon > 0) {
                api.put("service", Map.of("name", action.substring(0, colon)));
            }
            Optional.ofNullable(event.get("errorcode")).ifPresent(code -> api.put("response", Map.of("error", code)));
            evidence.put("api", api);
        }
        if (event.get("sourceipaddress") instanceof String address) {
            // AWS services call under a name, which is no address.
            evidence.put("src_endpoint", Map.of(ADDRESS.matcher(address).matches() ? "ip" : "domain", address));
        }
        Optional.ofNullable(event.get("target"))
                .ifPresent(target -> evidence.put("resources", List.of(Map.of("name", target))));
        evidence.put("data", event);
        return evidence;
    }

    private static Optional<Long> time(Map<String, Object> event) {
        try {
            return Optional.ofNullable(event.get("eventtime"))
                    .map(at -> Instant.parse(at.toString()).toEpochMilli());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private void write(Map<String, Object> finding) {
        try {
            stream.write((JsonText.line(finding) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }

    @Override
    public void finish() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }
}
