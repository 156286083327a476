package dev.trailwise.sigma.rule;

import dev.trailwise.yaml.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The logs that a rule is for.
 *
 * @param product such as {@code aws}
 * @param service such as {@code cloudtrail}
 */
public record LogSource(Optional<String> category, Optional<String> product, Optional<String> service) {
    static LogSource read(Yaml.Mapping document) {
        Yaml source = document.get("logsource").orElseThrow(() -> new Refusal(document.line(), "no logsource"));
        if (!(source instanceof Yaml.Mapping mapping)) {
            throw new Refusal(source.line(), "logsource has product and service");
        }
        return new LogSource(text(mapping, "category"), text(mapping, "product"), text(mapping, "service"));
    }

    private static Optional<String> text(Yaml.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(value -> value instanceof Yaml.Scalar scalar && !scalar.isNull())
                .map(value -> ((Yaml.Scalar) value).text().strip().toLowerCase(Locale.ROOT));
    }

    /** Whether CloudTrail's events are among these logs, or all of them. */
    public boolean isCloudTrail() {
        return category.isEmpty()
                && product.orElse("aws").equals("aws")
                && service.orElse("cloudtrail").equals("cloudtrail")
                && (product.isPresent() || service.isPresent());
    }

    @Override
    public String toString() {
        return Stream.of(product, service, category)
                .flatMap(Optional::stream)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        (List<String> names) -> names.isEmpty() ? "any" : String.join("/", names)));
    }
}
