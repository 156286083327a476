package dev.trailwise.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One thing in which a table differs from what it should be.
 *
 * @param what such as {@code column useridentity.type} or {@code property projection.region.values}
 * @param is what it is; empty when it is missing
 * @param shouldBe what it should be; empty when it should not be there
 */
public record TableDifference(String what, String is, String shouldBe) {
    /** Separates the values of an enum in a property. */
    private static final String ENUM = ".values";

    /** All differences in what is ours; what others added is none. In the order of a reader's interest. */
    public static List<TableDifference> between(GlueTable actual, GlueTable wanted) {
        Map<String, String> is = facts(actual);
        Map<String, String> shouldBe = facts(wanted);
        return Stream.concat(shouldBe.keySet().stream(), is.keySet().stream().filter(fact -> ours(fact, wanted)))
                .distinct()
                .map(fact -> new TableDifference(fact, is.getOrDefault(fact, ""), shouldBe.getOrDefault(fact, "")))
                .filter(difference -> !difference.is().equals(difference.shouldBe()))
                .toList();
    }

    /** As a line of a diff: {@code + added}, {@code - removed}, {@code ~ from -> to}; for a list, what joined and left. */
    public String line() {
        if (is.isEmpty()) {
            return "+ " + label() + " = " + shouldBe;
        }
        if (shouldBe.isEmpty()) {
            return "- " + label() + " = " + is;
        }
        return "~ " + label() + ": " + (what.endsWith(ENUM) ? members() : is + " -> " + shouldBe);
    }

    /** The properties that people know by another name. */
    private String label() {
        return switch (what) {
            case "property projection.account.values" -> "accounts";
            case "property projection.region.values" -> "Regions";
            case "property projection.day.range" -> "days";
            default -> what;
        };
    }

    private String members() {
        TreeSet<String> before = new TreeSet<>(Arrays.asList(is.split(",", -1)));
        TreeSet<String> after = new TreeSet<>(Arrays.asList(shouldBe.split(",", -1)));
        String joined = after.stream()
                .filter(value -> !before.contains(value))
                .map(value -> " +" + value)
                .reduce("", String::concat);
        String left = before.stream()
                .filter(value -> !after.contains(value))
                .map(value -> " -" + value)
                .reduce("", String::concat);
        String changes = joined + left;
        return changes.isEmpty() ? is + " -> " + shouldBe : changes.strip();
    }

    private static Map<String, String> facts(GlueTable table) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("location", table.location());
        table.properties().forEach((key, value) -> facts.put("property " + key, value));
        facts.put("input format", table.format().inputFormat());
        facts.put("output format", table.format().outputFormat());
        facts.put("serde", table.format().serde());
        table.format().serdeParameters().forEach((key, value) -> facts.put("serde parameter " + key, value));
        facts.put(
                "partition columns",
                String.join(
                        ", ",
                        table.partitionKeys().stream()
                                .map(key -> key.name() + " " + key.type())
                                .toList()));
        for (GlueColumn column : table.columns()) {
            HiveType.leaves(column.name(), column.type()).forEach((path, type) -> facts.put("column " + path, type));
            facts.put("comment of " + column.name(), column.comment());
        }
        return facts;
    }

    private static boolean ours(String fact, GlueTable wanted) {
        if (fact.startsWith("property ")) {
            return GlueTable.ours(fact.substring("property ".length()));
        }
        return fact.startsWith("column ")
                && wanted.columns().stream().anyMatch(column -> fact.matches("column " + column.name() + "(\\W.*)?"));
    }
}
