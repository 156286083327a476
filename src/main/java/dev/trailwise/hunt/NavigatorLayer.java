package dev.trailwise.hunt;

import dev.trailwise.text.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A layer of the ATT&amp;CK Navigator: a technique's score is the number of findings of its detections, 0 where a
 * detection looked and found nothing.
 *
 * @see <a href="https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md">Layer
 *     format 4.5</a>
 */
final class NavigatorLayer {
    private NavigatorLayer() {}

    static String text(List<Findings> all) {
        Map<String, List<Findings>> byTechnique = new TreeMap<>();
        for (Findings findings : all) {
            findings.detection()
                    .mitre()
                    .forEach(id -> byTechnique
                            .computeIfAbsent(id, key -> new ArrayList<>())
                            .add(findings));
        }
        long most = Math.max(
                1,
                byTechnique.values().stream()
                        .mapToLong(NavigatorLayer::score)
                        .max()
                        .orElse(1));
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("name", "Trailwise hunt");
        layer.put("versions", Map.of("navigator", "5.1.0", "layer", "4.5"));
        layer.put("domain", "enterprise-attack");
        layer.put(
                "description",
                "Score: findings of " + all.size()
                        + " detections. 0: looked for, not found. One finding counts for each"
                        + " technique of its detection.");
        layer.put("sorting", 3L);
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("layout", "side");
        layout.put("showID", true);
        layout.put("expandedSubtechniques", "annotated");
        layer.put("layout", layout);
        layer.put(
                "techniques",
                byTechnique.entrySet().stream().map(NavigatorLayer::technique).toList());
        Map<String, Object> gradient = new LinkedHashMap<>();
        gradient.put("colors", List.of("#e8f1fa", "#ff6666"));
        gradient.put("minValue", 0L);
        gradient.put("maxValue", most);
        layer.put("gradient", gradient);
        return JsonText.document(layer);
    }

    private static Map<String, Object> technique(Map.Entry<String, List<Findings>> one) {
        Map<String, Object> technique = new LinkedHashMap<>();
        technique.put("techniqueID", one.getKey());
        technique.put("score", score(one.getValue()));
        technique.put(
                "comment",
                one.getValue().stream()
                        .map(found -> found.detection().name() + " (" + found.level() + "): " + found.count())
                        .collect(Collectors.joining("\n")));
        return technique;
    }

    private static long score(List<Findings> all) {
        return all.stream().mapToLong(Findings::count).sum();
    }
}
