package dev.trailwise.cost;

import java.math.BigDecimal;

/**
 * An upper bound of what it costs to copy objects out of S3.
 *
 * @param requests of S3: one GET for each object, and those that listed them
 * @param kms of AWS KMS, one for each object that is encrypted with a KMS key and without a bucket key; at most
 * @param transfer out of AWS to the internet; nothing inside the bucket's Region
 * @see <a href="https://aws.amazon.com/kms/pricing/">AWS KMS pricing</a>
 * @see <a href="https://aws.amazon.com/s3/pricing/">S3 pricing</a>
 */
public record DownloadPrice(Usd requests, Usd kms, Usd transfer) {
    /** No Region asks more for a request to KMS with a symmetric key. */
    private static final BigDecimal KMS_REQUEST = new BigDecimal("0.000003");

    /** Assumed, in dollars for 10^9 bytes: above what any Region asked for the first terabytes when this was written. */
    private static final BigDecimal TRANSFERRED_GIGABYTE = new BigDecimal("0.16");

    /** The price of so many objects. */
    public static DownloadPrice of(long objects, Bytes bytes, long listRequests, RequestPrice prices) {
        return new DownloadPrice(
                prices.of(objects, listRequests),
                new Usd(KMS_REQUEST.multiply(BigDecimal.valueOf(objects))),
                new Usd(TRANSFERRED_GIGABYTE.multiply(BigDecimal.valueOf(bytes.count(), 9))));
    }

    /** The most that all of it can cost. */
    public Usd most() {
        return requests.plus(kms).plus(transfer);
    }
}
