package dev.trailwise.aws.glue;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.aws.client.ObjectPage;
import dev.trailwise.aws.client.Parallel;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.OtherTable;
import dev.trailwise.cost.OtherTables;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.TableReference;
import dev.trailwise.table.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.GetPartitionsRequest;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Measures tables of the Glue catalog by listing all of their files. Only plain tables of files in S3: what a view, a
 * table format with metadata of its own or partition projection reads does not follow from its location alone.
 */
public final class CatalogSizes implements OtherTables.Sizes {
    /** Of a thousand files or partitions each. More would cost more than half a cent, and a minute. */
    private static final int MOST_REQUESTS = 300;

    /** Athena reads a large file in parts. Their size is not documented; this one is on the safe side. */
    private static final long PART = 8L << 20;

    private static final Set<String> PLAIN_FORMATS = Set.of(
            "org.apache.hadoop.mapred.TextInputFormat",
            "org.apache.hadoop.mapred.SequenceFileInputFormat",
            "org.apache.hadoop.hive.ql.io.RCFileInputFormat",
            "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            "com.amazon.emr.cloudtrail.CloudTrailInputFormat");

    private static final String FILES = "EXTERNAL_TABLE";
    private static final Pattern S3 = Pattern.compile("s3://([^/${}]+)/?([^${}]*)");

    private final AwsClients clients;
    private final String database;

    /** @param database the one of names without a database */
    public CatalogSizes(AwsClients clients, String database) {
        this.clients = clients;
        this.database = database;
    }

    @Override
    public Optional<OtherTable.Size> of(TableReference reference) {
        try {
            return reference
                    .inCatalog(database)
                    .flatMap(new GlueCatalog(clients)::find)
                    .map(CatalogTable::raw)
                    .filter(CatalogSizes::isPlain)
                    .flatMap(this::measure);
        } catch (Failure unknown) { // without a permission, or with a bucket that is gone, there is no price
            if (unknown.exitCode() == ExitCode.INTERRUPTED) {
                throw unknown;
            }
            return Optional.empty();
        }
    }

    private static boolean isPlain(Table table) {
        StorageDescriptor storage = table.storageDescriptor();
        return FILES.equals(table.tableType())
                && storage != null
                && PLAIN_FORMATS.contains(String.valueOf(storage.inputFormat()))
                && !table.parameters().containsKey("table_type")
                && !table.parameters().containsKey("spark.sql.sources.provider")
                && !Boolean.parseBoolean(table.parameters().get("projection.enabled"));
    }

    private Optional<OtherTable.Size> measure(Table table) {
        AtomicInteger left = new AtomicInteger(MOST_REQUESTS);
        Optional<Set<String>> locations = table.partitionKeys().isEmpty()
                ? Optional.of(Set.of(table.storageDescriptor().location()))
                : partitions(new TableName(table.databaseName(), table.name()), left);
        if (locations.isEmpty()
                || locations.get().size() > left.get()
                || !locations.get().stream()
                        .allMatch(location -> S3.matcher(location).matches())) {
            return Optional.empty();
        }
        List<Optional<OtherTable.Size>> sizes =
                Parallel.map(List.copyOf(locations.get()), location -> list(location, left));
        return sizes.stream().reduce(Optional.of(new OtherTable.Size(0, Bytes.ZERO, 0, 0)), CatalogSizes::sum);
    }

    private static Optional<OtherTable.Size> sum(Optional<OtherTable.Size> one, Optional<OtherTable.Size> other) {
        return one.flatMap(a -> other.map(b -> new OtherTable.Size(
                a.objects() + b.objects(),
                a.bytes().plus(b.bytes()),
                a.getRequests() + b.getRequests(),
                a.listRequests() + b.listRequests())));
    }

    /** Where the partitions are; nothing when they are too many. */
    private Optional<Set<String>> partitions(TableName name, AtomicInteger left) {
        Set<String> locations = new LinkedHashSet<>();
        GetPartitionsRequest request = GetPartitionsRequest.builder()
                .databaseName(name.database())
                .tableName(name.table())
                .excludeColumnSchema(true)
                .maxResults(1000)
                .build();
        while (left.getAndDecrement() > 0) {
            GetPartitionsRequest asked = request;
            GetPartitionsResponse page = AwsCall.run(
                    "glue:GetPartitions", "table " + name, () -> clients.glue().getPartitions(asked));
            for (Partition partition : page.partitions()) {
                locations.add(partition.storageDescriptor().location());
            }
            if (page.nextToken() == null || page.nextToken().isEmpty()) {
                return Optional.of(locations);
            }
            request = request.toBuilder().nextToken(page.nextToken()).build();
        }
        return Optional.empty();
    }

    /** All files below a location; nothing when they are too many. */
    private Optional<OtherTable.Size> list(String location, AtomicInteger left) {
        Matcher place = S3.matcher(location);
        if (!place.matches()) {
            return Optional.empty();
        }
        String folder =
                place.group(2).isEmpty() || place.group(2).endsWith("/") ? place.group(2) : place.group(2) + "/";
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(place.group(1))
                .prefix(folder)
                .build();
        long objects = 0;
        long bytes = 0;
        long gets = 0;
        for (long lists = 1; left.getAndDecrement() > 0; lists++) {
            ObjectPage page = new ObjectPage();
            ListObjectsV2Request asked = page.carriedBy(request);
            ListObjectsV2Response response =
                    AwsCall.run("s3:ListBucket", location, () -> clients.s3().listObjectsV2(asked));
            for (ListedObject object : page.objects()) {
                if (object.isLog()) {
                    objects++;
                    bytes = Math.addExact(bytes, object.size());
                    gets += Math.max(1, (object.size() + PART - 1) / PART);
                }
            }
            if (!Boolean.TRUE.equals(response.isTruncated())) {
                return Optional.of(new OtherTable.Size(objects, new Bytes(bytes), gets, lists));
            }
            request = request.toBuilder()
                    .continuationToken(response.nextContinuationToken())
                    .build();
        }
        return Optional.empty();
    }
}
