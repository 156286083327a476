package dev.trailwise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Holds that the process belongs to {@code Main}: everything else is passed what it needs. Method references count too. */
@AnalyzeClasses(packages = "dev.trailwise", importOptions = ImportOption.DoNotIncludeTests.class)
class ProcessRulesTest {
    private static final String BASE = "dev.trailwise.";

    @ArchTest
    static final ArchRule STREAMS_EXITS_AND_ENVIRONMENT_ONLY_IN_MAIN = none(
            "streams, exits or the environment",
            target -> is(
                            target,
                            System.class,
                            "in",
                            "out",
                            "err",
                            "exit",
                            "getenv",
                            "console",
                            "setOut",
                            "setErr",
                            "setIn")
                    || is(target, Runtime.class, "exit", "halt"),
            BASE + "Main");

    /** The store compares the time of a file, which the machine's clock gave it. */
    @ArchTest
    static final ArchRule TIME_IS_PASSED_IN = none(
            "the time without a clock",
            target -> is(target, System.class, "currentTimeMillis")
                    || is(target, Clock.class, "systemUTC", "systemDefaultZone", "system")
                    || (target.getName().equals("now")
                            && target.getOwner().getPackageName().startsWith("java.time")
                            && !takesClock(target)),
            BASE + "Main",
            BASE + "local.store.Store");

    /** Cleaning up at exit is the business of what holds a terminal, a query or a file that must not stay. */
    @ArchTest
    static final ArchRule EXIT_HOOKS_ONLY_WHERE_SOMETHING_MUST_NOT_STAY = none(
            "hooks at exit",
            target -> is(target, Runtime.class, "addShutdownHook") || is(target, File.class, "deleteOnExit"),
            BASE + "console.Interrupt",
            BASE + "console.ProgressLine",
            BASE + "console.pager.PagedOutput",
            BASE + "output.OutputFile",
            BASE + "disk.SpillFolder");

    /** jOOQ's banner can be turned off by properties only, and nothing else tells the name of the user. */
    @ArchTest
    static final ArchRule NO_SYSTEM_PROPERTIES = none(
            "system properties",
            target -> is(
                            target,
                            System.class,
                            "getProperty",
                            "setProperty",
                            "clearProperty",
                            "getProperties",
                            "setProperties")
                    || is(target, Boolean.class, "getBoolean")
                    || is(target, Integer.class, "getInteger")
                    || is(target, Long.class, "getLong"),
            BASE + "query.EventFilter",
            BASE + "disk.PrivateFiles");

    @Test
    void the_rules_find_calls_and_method_references() {
        JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);

        Map.of(
                        STREAMS_EXITS_AND_ENVIRONMENT_ONLY_IN_MAIN, 4,
                        TIME_IS_PASSED_IN, 4,
                        EXIT_HOOKS_ONLY_WHERE_SOMETHING_MUST_NOT_STAY, 2,
                        NO_SYSTEM_PROPERTIES, 3)
                .forEach((rule, found) -> assertThat(
                                rule.evaluate(offenders).getFailureReport().getDetails())
                        .as(rule.getDescription())
                        .hasSize(found));
    }

    private static ArchRule none(String what, Predicate<AccessTarget> target, String... exceptions) {
        Set<String> allowed = Set.of(exceptions);
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are not " + allowed,
                        type -> !allowed.contains(type.getName().replaceAll("\\$.*", ""))))
                .should()
                .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                        "it is " + what, access -> target.test(access.getTarget())));
    }

    private static boolean is(AccessTarget target, Class<?> owner, String... names) {
        return target.getOwner().isEquivalentTo(owner) && Set.of(names).contains(target.getName());
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    /** Does once all that the rules forbid, and what they allow. */
    @SuppressWarnings({"unused", "SystemOut", "JavaTimeDefaultTimeZone"})
    private static final class Offender {
        final PrintStream out = System.out;
        final Supplier<Map<String, String>> environment = System::getenv;
        final Supplier<Instant> now = Instant::now;
        final LocalDate day = LocalDate.now(ZoneOffset.UTC);
        final Instant allowed = Instant.now(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        final Clock clock = Clock.systemUTC();
        final long millis = System.currentTimeMillis();
        final Supplier<Properties> properties = System::getProperties;
        final String home = System.getProperty("user.home");
        final boolean flag = Boolean.getBoolean("flag");

        void leave(File file) {
            file.deleteOnExit();
            Runtime.getRuntime().addShutdownHook(new Thread());
            Runtime.getRuntime().halt(1);
            System.exit(1);
        }
    }
}
