package dev.trailwise.testing.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as the Glue catalog has it: where its objects lie, and which partitions its projection has.
 *
 * @param name its name
 * @param definition its columns
 * @param bucket the bucket
 * @param prefix the part of the location before the first placeholder
 * @param key what the key of an object of the table looks like
 * @param accounts the accounts of the projection; empty when any can be asked for
 * @param regions the Regions of the projection
 * @param since the first day of the projection
 */
record LogTable(
        TableName name,
        TableDefinition definition,
        String bucket,
        String prefix,
        String key,
        List<String> accounts,
        List<String> regions,
        LocalDate since) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

    /** @param glue the table's JSON in the catalog */
    static LogTable of(JsonNode glue) {
        JsonNode parameters = glue.path("Parameters");
        String template = parameters.path("storage.location.template").asText();
        String path = template.substring("s3://".length());
        String root = path.substring(path.indexOf('/') + 1);
        String logical = parameters.path(ProjectedTable.MARKER).asText();
        return new LogTable(
                new TableName(
                        glue.path("DatabaseName").asText(), glue.path("Name").asText()),
                Tables.ALL.stream()
                        .filter(table -> table.logicalName().equals(logical))
                        .findFirst()
                        .orElseThrow(),
                path.substring(0, path.indexOf('/')),
                root.substring(0, root.indexOf("${")),
                pattern(root),
                values(parameters, "account"),
                values(parameters, "region"),
                LocalDate.parse(parameters.path("projection.day.range").asText().split(",")[0], DAY));
    }

    private static String pattern(String root) {
        return Pattern.quote(root)
                        .replace("${account}", "\\E(?<account>[^/]+)\\Q")
                        .replace("${region}", "\\E(?<region>[^/]+)\\Q")
                        .replace("${day}", "\\E(?<day>[0-9]{4}/[0-9]{2}/[0-9]{2})\\Q")
                + "(?:.*/)?(?<name>[^/]+)";
    }

    private static List<String> values(JsonNode parameters, String column) {
        String values = parameters.path("projection." + column + ".values").asText();
        return values.isEmpty() ? List.of() : List.of(values.split(","));
    }

    /** The object of this key, when Athena would read it for the table. */
    Optional<LogObject> object(String objectKey, long size, String storageClass, LocalDate today) {
        Matcher matcher = Pattern.compile(key).matcher(objectKey);
        if (!matcher.matches()
                || matcher.group("name").matches("[._].*")
                || storageClass.equals("GLACIER")
                || storageClass.equals("DEEP_ARCHIVE")) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.parse(matcher.group("day"), DAY);
        boolean projected = (accounts.isEmpty() || accounts.contains(matcher.group("account")))
                && regions.contains(matcher.group("region"))
                && !day.isBefore(since)
                && !day.isAfter(today);
        return projected
                ? Optional.of(new LogObject(
                        objectKey, matcher.group("account"), matcher.group("region"), matcher.group("day"), size))
                : Optional.empty();
    }

    /**
     * An object of a table.
     *
     * @param day as the partition column has it
     */
    record LogObject(String key, String account, String region, String day, long size) {}
}
