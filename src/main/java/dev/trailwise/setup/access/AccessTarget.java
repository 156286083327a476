package dev.trailwise.setup.access;

import dev.trailwise.config.Settings;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a policy gives access to.
 *
 * @param table the table of management and data events; its siblings are in the same database
 * @param bucket the bucket of the trail
 * @param root the key prefix above the account folders; ends with a slash
 * @param region where Athena and the Glue catalog are
 * @param accountFolders whether the folders of single accounts beside the root's organization are meant too
 * @param owner the account of Athena and the Glue catalog; none stands for any that the policy is attached in
 * @param workgroup the Athena workgroup
 * @param output where Athena writes results, an {@code s3://} folder; none when the workgroup or Athena itself keeps them
 */
public record AccessTarget(
        TableName table,
        String bucket,
        String root,
        boolean accountFolders,
        Region region,
        Optional<AccountId> owner,
        String workgroup,
        Optional<String> output) {

    /** What the settings name, in a Region. */
    public static AccessTarget of(Settings settings, Region region, Optional<AccountId> owner) {
        return new AccessTarget(
                settings.table(),
                settings.trail().requiredBucket(),
                settings.trail().layout().root(),
                settings.trail().accountFolders(),
                region,
                owner,
                settings.athena().workgroup(),
                settings.athena().output());
    }

    private Stream<TableDefinition> accountTables() {
        return accountFolders ? Tables.ALL.stream().map(TableDefinition::ofAccounts) : Stream.empty();
    }

    /** The key prefix above all folders that are meant; ends with a slash. */
    String above() {
        return accountFolders ? root.substring(0, root.lastIndexOf("AWSLogs/")) + "AWSLogs/" : root;
    }

    String arn(String service, String resource) {
        return "arn:" + partition() + ":" + service + ":" + region + ":"
                + owner.map(AccountId::digits).orElse("*") + ":" + resource;
    }

    String s3(String path) {
        return "arn:" + partition() + ":s3:::" + path;
    }

    /** Glue asks for the catalog and the database above a table as well. */
    List<String> catalog() {
        return Stream.concat(
                        Stream.of(arn("glue", "catalog"), arn("glue", "database/" + table.database())),
                        Stream.concat(Tables.ALL.stream(), accountTables())
                                .map(table::of)
                                .map(name -> arn("glue", "table/" + name.database() + "/" + name.table())))
                .toList();
    }

    /** Results as {@code bucket/path}. */
    Optional<String> results() {
        return output.map(url -> url.substring("s3://".length()));
    }

    /** The part of AWS that the Region belongs to, as ARNs name it. */
    private String partition() {
        String code = region.code();
        if (code.startsWith("cn-")) {
            return "aws-cn";
        }
        if (code.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        return code.startsWith("eusc-") ? "aws-eusc" : "aws";
    }
}
