package dev.trailwise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds the rooms of docs/architecture.md: who may see whom, and where each big library lives. */
@AnalyzeClasses(packages = "dev.trailwise", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String BASE = "dev.trailwise.";
    private static final long MOST_TYPES = 30;

    @ArchTest
    static final ArchRule ARROWS_POINT_INWARD = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.trailwise..")
            .withOptionalLayers(true)
            .layer("main")
            .definedBy("dev.trailwise")
            .layer("cli")
            .definedBy(BASE + "cli..")
            .layer("setup")
            .definedBy(BASE + "setup..")
            .layer("share")
            .definedBy(BASE + "share..")
            .layer("hunt")
            .definedBy(BASE + "hunt..")
            .layer("follow")
            .definedBy(BASE + "follow..")
            .layer("travel")
            .definedBy(BASE + "travel..")
            .layer("report")
            .definedBy(BASE + "report..")
            .layer("chart")
            .definedBy(BASE + "chart..")
            .layer("sigma")
            .definedBy(BASE + "sigma..")
            .layer("archive")
            .definedBy(BASE + "archive..")
            .layer("run")
            .definedBy(BASE + "run..")
            .layer("workspace")
            .definedBy(BASE + "workspace..")
            .layer("console")
            .definedBy(BASE + "console..")
            .layer("aws")
            .definedBy(BASE + "aws..")
            .layer("local")
            .definedBy(BASE + "local..")
            .layer("logs")
            .definedBy(BASE + "logs..")
            .layer("sample")
            .definedBy(BASE + "sample..")
            .layer("output")
            .definedBy(BASE + "output..")
            .layer("history")
            .definedBy(BASE + "history..")
            .layer("config")
            .definedBy(BASE + "config..")
            .layer("query")
            .definedBy(BASE + "query..")
            .layer("engine")
            .definedBy(BASE + "engine..")
            .layer("cost")
            .definedBy(BASE + "cost..")
            .layer("sql")
            .definedBy(BASE + "sql..")
            .layer("table")
            .definedBy(BASE + "table..")
            .layer("trail")
            .definedBy(BASE + "trail..")
            .layer("failure")
            .definedBy(BASE + "failure..")
            .layer("text")
            .definedBy(BASE + "text..")
            .layer("yaml")
            .definedBy(BASE + "yaml..")
            .layer("disk")
            .definedBy(BASE + "disk..")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("setup")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("share")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("hunt")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("follow")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("travel")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("chart")
            .mayOnlyBeAccessedByLayers("cli", "report", "output")
            .whereLayer("sigma")
            .mayOnlyBeAccessedByLayers("cli", "hunt")
            .whereLayer("archive")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("cli", "report", "hunt", "follow", "travel", "archive", "setup", "share")
            .whereLayer("workspace")
            .mayOnlyBeAccessedByLayers("cli", "report", "archive", "setup", "share", "hunt", "follow", "travel", "run")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers(
                    "main",
                    "cli",
                    "report",
                    "archive",
                    "setup",
                    "share",
                    "hunt",
                    "follow",
                    "travel",
                    "run",
                    "workspace")
            .whereLayer("aws")
            .mayOnlyBeAccessedByLayers("cli", "archive", "setup", "share", "run", "workspace")
            .whereLayer("local")
            .mayOnlyBeAccessedByLayers("cli", "setup", "run", "workspace")
            .whereLayer("logs")
            .mayOnlyBeAccessedByLayers("cli", "archive", "run", "workspace", "local")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("output")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "report",
                    "archive",
                    "setup",
                    "share",
                    "hunt",
                    "follow",
                    "travel",
                    "run",
                    "workspace",
                    "console")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("cli", "archive", "run", "workspace")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("cli", "hunt", "archive", "setup", "share", "run", "workspace")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("cli", "report", "setup", "share", "hunt", "travel", "sigma", "run", "workspace")
            .whereLayer("yaml")
            .mayOnlyBeAccessedByLayers("config", "query", "report", "sigma")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "report",
                    "archive",
                    "setup",
                    "hunt",
                    "follow",
                    "travel",
                    "run",
                    "workspace",
                    "console",
                    "aws",
                    "local",
                    "logs",
                    "output",
                    "history")
            .whereLayer("cost")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "setup",
                    "report",
                    "archive",
                    "hunt",
                    "follow",
                    "run",
                    "workspace",
                    "console",
                    "aws",
                    "local",
                    "engine",
                    "output",
                    "history",
                    "config")
            .whereLayer("sql")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "setup",
                    "report",
                    "hunt",
                    "follow",
                    "travel",
                    "sigma",
                    "run",
                    "workspace",
                    "aws",
                    "local",
                    "query",
                    "cost",
                    "engine")
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "setup",
                    "share",
                    "hunt",
                    "sigma",
                    "run",
                    "workspace",
                    "aws",
                    "local",
                    "logs",
                    "query",
                    "sql",
                    "cost",
                    "sample",
                    "engine",
                    "config");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.trailwise.(*)..").should().beFreeOfCycles();

    /** Packages of one room may not need each other in a circle either. */
    @ArchTest
    static final ArchRule NO_CYCLES_WITHIN_ROOMS =
            slices().matching("dev.trailwise.(**)").should().beFreeOfCycles();

    @ArchTest
    static void no_package_has_more_than_thirty_types(JavaClasses classes) {
        Map<String, Long> types = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(types.entrySet())
                .isNotEmpty()
                .allSatisfy(
                        room -> assertThat(room.getValue()).as(room.getKey()).isLessThanOrEqualTo(MOST_TYPES));
    }

    @ArchTest
    static final ArchRule THE_LOWEST_ROOMS_NEED_ONLY_THE_JDK = classes()
            .that()
            .resideInAnyPackage(BASE + "trail..", BASE + "failure..", BASE + "disk..", BASE + "text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    BASE + "trail..",
                    BASE + "failure..",
                    BASE + "disk..",
                    BASE + "text..");

    @ArchTest
    static final ArchRule CHARTS_NEED_ONLY_TEXT = classes()
            .that()
            .resideInAPackage(BASE + "chart..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", BASE + "chart..", BASE + "text..");

    @ArchTest
    static final ArchRule PICOCLI_ONLY_IN_CLI = onlyIn("picocli..", BASE + "cli..");

    @ArchTest
    static final ArchRule DUCKDB_ONLY_IN_LOCAL = onlyIn("org.duckdb..", BASE + "local..");

    @ArchTest
    static final ArchRule MAXMIND_ONLY_IN_TRAVEL = onlyIn("com.maxmind..", BASE + "travel..");

    @ArchTest
    static final ArchRule JOOQ_ONLY_IN_QUERY = onlyIn("org.jooq..", BASE + "query..");

    @ArchTest
    static final ArchRule THE_GRAMMAR_ONLY_IN_SQL = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "sql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.trino..", "org.antlr..");

    @ArchTest
    static final ArchRule TIMES_AND_PATTERNS_OF_TRINO_ONLY_IN_ITS_FUNCTIONS = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "sql.scalar")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.joda..", "io.airlift..");

    @ArchTest
    static final ArchRule AWS_SDK_ONLY_IN_AWS = onlyIn("software.amazon..", BASE + "aws..");

    @ArchTest
    static final ArchRule JACKSON_ONLY_WHERE_JSON_OR_YAML_IS_READ_OR_WRITTEN = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + "aws.prices",
                    BASE + "config.accounts",
                    BASE + "history",
                    BASE + "cli.mcp",
                    BASE + "sql.duckdb.value",
                    BASE + "sql.jsonpath",
                    BASE + "sql.scalar",
                    BASE + "table",
                    BASE + "yaml")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    /** {@code text.JsonText} writes JSON. Jackson writes the values of Trino's JSON functions, and YAML. */
    @ArchTest
    static final ArchRule JACKSON_WRITES_FUNCTION_VALUES_AND_YAML_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "sql.scalar")
            .and()
            .doNotHaveFullyQualifiedName(BASE + "table.CloudFormation")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.fasterxml.jackson.core.JsonGenerator")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.fasterxml.jackson.databind.ObjectWriter")
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "Jackson writes",
                    call -> call.getName().startsWith("write")
                            && call.getTargetOwner().getPackageName().startsWith("com.fasterxml.jackson")));

    private static ArchRule onlyIn(String library, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }
}
