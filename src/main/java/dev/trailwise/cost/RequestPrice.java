package dev.trailwise.cost;

import java.math.BigDecimal;

/**
 * What S3 asks for the requests that Athena makes on the caller's behalf. Many small files can make them cost as much
 * as the scan.
 *
 * @param perThousandGets dollars for 1,000 GET requests
 * @param perThousandLists dollars for 1,000 LIST requests
 * @param source where the prices are from, with their date
 * @param assumed whether they are guessed from another Region's
 * @see <a href="https://aws.amazon.com/s3/pricing/">S3 pricing</a>
 */
public record RequestPrice(Usd perThousandGets, Usd perThousandLists, String source, boolean assumed) {
    /** The price of so many requests. */
    public Usd of(long gets, long lists) {
        return new Usd(thousandths(perThousandGets, gets).add(thousandths(perThousandLists, lists)));
    }

    private static BigDecimal thousandths(Usd price, long count) {
        return price.amount().multiply(BigDecimal.valueOf(count)).scaleByPowerOfTen(-3);
    }
}
