package dev.trailwise.config;

import dev.trailwise.cost.Bytes;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.LogDay;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values of settings. Each method throws IllegalArgumentException with a message that shows a good value. */
final class SettingValues {
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]");
    private static final Pattern OUTPUT =
            Pattern.compile("s3://([A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9])(/[^\\p{Cntrl}]*)?");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Bytes LEAST_MEMORY = new Bytes(256_000_000);
    private static final int LONGEST_PREFIX = 200;

    private SettingValues() {}

    static String bucket(String text) {
        if (!BUCKET.matcher(text).matches()) {
            throw new IllegalArgumentException("not the name of a bucket: '" + text
                    + "'; write the name alone, for example my-logs, without s3:// and without a path");
        }
        return text;
    }

    /** Slashes around a prefix do not matter. {@code $} is refused, for partition projection would read a variable. */
    static String prefix(String text) {
        String trimmed = text.replaceAll("^/+|/+$", "");
        if (trimmed.length() > LONGEST_PREFIX || !trimmed.matches("[^\\p{Cntrl}$]*")) {
            throw new IllegalArgumentException("not a prefix of a trail: '" + text + "'; it has at most "
                    + LONGEST_PREFIX + " characters and no $, for example audit/cloudtrail");
        }
        return trimmed;
    }

    static boolean flag(String text) {
        if (!text.matches("true|false")) {
            throw new IllegalArgumentException("not true or false: '" + text + "'");
        }
        return text.equals("true");
    }

    static Preference preference(String text) {
        return Arrays.stream(Preference.values())
                .filter(preference -> preference.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not cost or speed: '" + text + "'"));
    }

    static LogDay day(String text) {
        Matcher matcher = DAY.matcher(text);
        Optional<LogDay> day = matcher.matches()
                ? LogDay.tryParse(matcher.group(1), matcher.group(2), matcher.group(3))
                : Optional.empty();
        return day.orElseThrow(() -> new IllegalArgumentException("not a day: '" + text + "'; write 2024-01-01"));
    }

    static String workgroup(String text) {
        if (!text.matches("[a-zA-Z0-9._-]{1,128}")) {
            throw new IllegalArgumentException("not the name of a workgroup: '" + text
                    + "'; it has letters, digits, dots, hyphens and underscores, for example primary");
        }
        return text;
    }

    static String output(String text) {
        if (!OUTPUT.matcher(text).matches()) {
            throw new IllegalArgumentException("not an S3 folder: '" + text + "'; write s3://my-results/athena/");
        }
        return text.endsWith("/") ? text : text + "/";
    }

    /** The name of a database or table, as {@link TableName} checks it. */
    static String tablePart(String what, String text) {
        TableName name = what.equals("database") ? new TableName(text, "t") : new TableName("d", text);
        return what.equals("database") ? name.database() : name.table();
    }

    /** The engine does not work with less. */
    static Bytes memory(String text) {
        Bytes memory = Bytes.parse(text);
        if (memory.compareTo(LEAST_MEMORY) < 0) {
            throw new IllegalArgumentException("too little memory: '" + text + "'; the least is " + LEAST_MEMORY);
        }
        return memory;
    }

    /** Whether a pager may be used. Which one is left to the environment: a file in a folder of others must not run programs. */
    static boolean pager(String text) {
        if (!text.equals("auto") && !text.equals("never")) {
            throw new IllegalArgumentException("not auto or never: '" + text + "'; PAGER names the program");
        }
        return text.equals("auto");
    }

    static String path(String text) {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a folder: '" + text + "'; write ./my-queries");
        }
        return text;
    }
}
