package dev.trailwise.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the classes of a package to one direction: two that need each other are one class in two files. */
@AnalyzeClasses(packages = "dev.trailwise", importOptions = ImportOption.DoNotIncludeTests.class)
class ClassCyclesTest {
    /** Cycles that stay, by the classes in them, each with its reason. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("cli: App Commands DemoCommand McpCommand McpCommands", "the demo runs commands of the program"),
            Map.entry("local.store: Store StoreWriter", "the store opens the one that writes to it"),
            Map.entry("query: Binding SavedQuery SavedQueryCheck", "a saved query binds and checks itself"),
            Map.entry("query: FrontMatter QueryFile", "a file is read by its front matter, which names the file"),
            Map.entry(
                    "sql: ParsedSql RecursiveQuery SqlText TableReferences", "a text keeps its parse, which keeps it"),
            Map.entry(
                    "sql.duckdb: Joins Laterals QueryTranslation Relations SelectTranslation Unnest",
                    "the grammar: a relation is a query, and a query reads relations"),
            Map.entry(
                    "sql.duckdb.function: Aggregates FunctionCalls Windows",
                    "the grammar: calls have windows, whose order has calls"),
            Map.entry("sql.duckdb.translation: Expr NamelessRows", "an expression is cast to what it is needed as"),
            Map.entry(
                    "sql.duckdb.translation: Expressions TryExpressions",
                    "the expressions inside of a TRY know it, and it knows those outside"),
            Map.entry(
                    "sql.duckdb.value: Casts IpAddresses Json JsonBuild JsonCast Offsets Zones",
                    "casts of nested types cast their elements"),
            Map.entry("sql.jsonpath: Path PathBuilder", "the builder is behind the one class that others see"),
            Map.entry(
                    "sql.scan: Conditions FixedColumns PartitionScan ScannedColumn",
                    "a scan has conditions on columns, and a column is one of a scan"),
            Map.entry(
                    "sql.scan: RelationScans Scans SelectScans",
                    "the grammar: a relation is a query, and a query reads relations"),
            Map.entry(
                    "sql.scan: StaticExpressions StaticPredicates",
                    "the grammar: an expression is a predicate, and a predicate compares expressions"),
            Map.entry("table: Column ColumnType", "a struct is a type of columns"));

    @ArchTest
    static void the_classes_of_a_package_need_each_other_in_one_direction(JavaClasses classes) {
        SortedSet<String> found = new TreeSet<>();
        new Tarjan(needs(classes)).cycles.forEach(cycle -> found.add(name(cycle)));

        assertThat(found).as("new cycles, and allowed ones that are gone").isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }

    /** What each class needs of its own package; nested classes count as the class around them. */
    private static SortedMap<String, SortedSet<String>> needs(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> needs = new TreeMap<>();
        for (JavaClass each : classes) {
            String origin = outermost(each);
            SortedSet<String> targets = needs.computeIfAbsent(origin, any -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().equals(each.getPackageName())
                        && !outermost(target).equals(origin)) {
                    targets.add(outermost(target));
                }
            }
        }
        return needs;
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }

    /** The room and its classes, such as {@code logs: EventReader EventStream}. */
    private static String name(SortedSet<String> cycle) {
        String first = cycle.first();
        int end = first.lastIndexOf('.');
        List<String> names = cycle.stream().map(type -> type.substring(end + 1)).toList();
        return first.substring("dev.trailwise.".length(), end) + ": " + String.join(" ", names);
    }

    /** Finds the groups of nodes that reach each other, by Tarjan's algorithm. */
    private static final class Tarjan {
        private final Map<String, SortedSet<String>> edges;
        private final Map<String, Integer> indexes = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final List<SortedSet<String>> cycles = new ArrayList<>();

        Tarjan(SortedMap<String, SortedSet<String>> edges) {
            this.edges = edges;
            edges.keySet().forEach(node -> {
                if (!indexes.containsKey(node)) {
                    visit(node);
                }
            });
        }

        private int visit(String node) {
            int index = indexes.size();
            indexes.put(node, index);
            int low = index;
            open.push(node);
            for (String next : edges.getOrDefault(node, new TreeSet<>())) {
                if (!indexes.containsKey(next)) {
                    low = Math.min(low, visit(next));
                } else if (open.contains(next)) {
                    low = Math.min(low, indexes.get(next));
                }
            }
            if (low == index) {
                SortedSet<String> group = new TreeSet<>();
                String member;
                do {
                    member = open.pop();
                    group.add(member);
                } while (!member.equals(node));
                if (group.size() > 1) {
                    cycles.add(group);
                }
            }
            return low;
        }
    }
}
