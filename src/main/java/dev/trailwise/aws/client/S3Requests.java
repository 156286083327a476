package dev.trailwise.aws.client;

import dev.trailwise.engine.ListingProgress;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** Counts the requests that S3 bills, each try of them. */
public final class S3Requests implements ExecutionInterceptor {
    private final AtomicLong lists = new AtomicLong();
    private final AtomicLong gets = new AtomicLong();

    private volatile ListingProgress listener = ListingProgress.NONE;

    S3Requests() {}

    /** Tells a listener of each request for the folders of a bucket, from any thread. */
    public void reportTo(ListingProgress progress) {
        listener = progress;
    }

    /** The LIST requests so far. */
    public long lists() {
        return lists.get();
    }

    /** The GET and HEAD requests so far, which have one price. */
    public long gets() {
        return gets.get();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (!(context.request() instanceof ListObjectsV2Request list)) {
            gets.incrementAndGet();
            return;
        }
        long requests = lists.incrementAndGet();
        if (list.delimiter() != null) {
            listener.searched(requests);
        }
    }
}
