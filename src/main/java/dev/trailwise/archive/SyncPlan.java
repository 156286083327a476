package dev.trailwise.archive;

import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.aws.s3.LogObjects.Missing;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.DownloadPrice;
import dev.trailwise.cost.RequestPrice;
import java.util.List;

/**
 * What a sync has to copy.
 *
 * @param parts what is missing, by the folders that it is in
 */
record SyncPlan(List<Missing> parts) {
    SyncPlan {
        parts = List.copyOf(parts);
    }

    List<ListedObject> objects() {
        return parts.stream().flatMap(part -> part.objects().stream()).toList();
    }

    Bytes bytes() {
        return new Bytes(objects().stream().mapToLong(ListedObject::size).sum());
    }

    /** Objects that can only be copied once they are restored from S3 Glacier. */
    long archived() {
        return parts.stream().mapToLong(Missing::archived).sum();
    }

    /** Objects of the listed days that are here. */
    long here() {
        return parts.stream().mapToLong(Missing::listed).sum() - objects().size() - archived();
    }

    long requests() {
        return parts.stream().mapToLong(Missing::requests).sum();
    }

    DownloadPrice price(RequestPrice prices) {
        return DownloadPrice.of(objects().size(), bytes(), requests(), prices);
    }
}
