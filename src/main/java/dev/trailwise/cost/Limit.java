package dev.trailwise.cost;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Something that a query must not exceed. */
public sealed interface Limit {
    /** Whether a query of this estimate keeps to it. */
    boolean allows(Estimate estimate);

    /** Why a query of this estimate does not, in words. */
    String excess(Estimate estimate);

    /**
     * What raises the limit far enough for this estimate; nothing where nobody can.
     *
     * @param effect what that achieves
     */
    Optional<Remedy> remedy(Estimate estimate, String effect);

    /** How much a running query may have scanned when it has to be stopped; none when no amount is too much. */
    Optional<Bytes> cutoff(Estimate estimate);

    /**
     * A query's price.
     *
     * @param most dollars, for the scan and the S3 requests
     * @param name the flag or setting that says so
     */
    record PerQuery(Usd most, String name) implements Limit {
        @Override
        public boolean allows(Estimate estimate) {
            return estimate.total().compareTo(most) <= 0;
        }

        @Override
        public String excess(Estimate estimate) {
            return "this query costs " + estimate.total() + "; " + name + " allows " + most;
        }

        @Override
        public Optional<Remedy> remedy(Estimate estimate, String effect) {
            return Optional.of(
                    Remedy.flag(FlagName.MAX_COST, estimate.total().toString().substring(1), effect));
        }

        @Override
        public Optional<Bytes> cutoff(Estimate estimate) {
            return affordable(most, estimate);
        }
    }

    /**
     * What a query reads.
     *
     * @param most bytes scanned
     * @param name the flag that says so
     */
    record Scanned(Bytes most, String name) implements Limit {
        @Override
        public boolean allows(Estimate estimate) {
            return estimate.bytes().compareTo(most) <= 0;
        }

        @Override
        public String excess(Estimate estimate) {
            return "this query scans " + estimate.bytes() + "; " + name + " allows " + most;
        }

        @Override
        public Optional<Remedy> remedy(Estimate estimate, String effect) {
            return Optional.of(
                    Remedy.flag(FlagName.MAX_SCAN, estimate.bytes().toString().replace(" ", ""), effect));
        }

        @Override
        public Optional<Bytes> cutoff(Estimate estimate) {
            return Optional.of(most);
        }
    }

    /**
     * The price of a day's queries, in UTC.
     *
     * @param most dollars
     * @param spent what today's queries have cost so far
     * @param name the setting that says so
     */
    record PerDay(Usd most, Usd spent, String name) implements Limit {
        @Override
        public boolean allows(Estimate estimate) {
            return spent.plus(estimate.total()).compareTo(most) <= 0;
        }

        @Override
        public String excess(Estimate estimate) {
            return "this query costs " + estimate.total() + ", and today's have cost " + spent + "; " + name
                    + " allows " + most + " a day";
        }

        @Override
        public Optional<Remedy> remedy(Estimate estimate, String effect) {
            return Optional.of(Remedy.setting(
                    SettingName.COST_MAX_PER_DAY,
                    spent.plus(estimate.total()).toString().substring(1),
                    effect));
        }

        @Override
        public Optional<Bytes> cutoff(Estimate estimate) {
            return affordable(new Usd(most.amount().subtract(spent.amount()).max(BigDecimal.ZERO)), estimate);
        }
    }

    /**
     * What Athena lets a query of a workgroup read. It stops the query there by itself, and bills it.
     *
     * @param most bytes scanned
     * @param workgroup the workgroup
     */
    record Workgroup(Bytes most, String workgroup) implements Limit {
        /** An upper bound may be more than the query reads in the end. */
        @Override
        public boolean allows(Estimate estimate) {
            return estimate.precision() == Precision.UPPER_BOUND
                    || estimate.bytes().compareTo(most) <= 0;
        }

        @Override
        public String excess(Estimate estimate) {
            return "this query scans " + estimate.bytes() + "; Athena stops queries of the workgroup " + workgroup
                    + " at " + most + ", and bills them";
        }

        @Override
        public Optional<Remedy> remedy(Estimate estimate, String effect) {
            return Optional.of(Remedy.setting(
                    SettingName.ATHENA_WORKGROUP, "", effect + ", if that workgroup has a higher limit"));
        }

        @Override
        public Optional<Bytes> cutoff(Estimate estimate) {
            return Optional.empty();
        }
    }

    /**
     * The partitions that Athena reads in one scan. It fails a query that has more.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/service-limits.html">Service quotas</a>
     */
    record Partitions() implements Limit {
        private static final long MOST = 1_000_000;

        @Override
        public boolean allows(Estimate estimate) {
            return most(estimate) <= MOST;
        }

        @Override
        public String excess(Estimate estimate) {
            return String.format(
                    Locale.ROOT,
                    "a scan of this query has %,d partitions; Athena reads at most %,d",
                    most(estimate),
                    MOST);
        }

        @Override
        public Optional<Remedy> remedy(Estimate estimate, String effect) {
            return Optional.empty();
        }

        @Override
        public Optional<Bytes> cutoff(Estimate estimate) {
            return Optional.empty();
        }

        private static long most(Estimate estimate) {
            return estimate.scans().stream()
                    .mapToLong(scan -> scan.partitions() / scan.scan().times())
                    .max()
                    .orElse(0);
        }
    }

    /** The whole megabytes that the dollars pay for once the requests are paid. */
    private static Optional<Bytes> affordable(Usd dollars, Estimate estimate) {
        BigDecimal perTerabyte = estimate.prices().scan().perTerabyte().amount();
        if (perTerabyte.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal forScan =
                dollars.amount().subtract(estimate.requestCost().amount()).max(BigDecimal.ZERO);
        BigDecimal megabytes = forScan.scaleByPowerOfTen(6).divide(perTerabyte, 0, RoundingMode.FLOOR);
        return megabytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000)) >= 0
                ? Optional.empty()
                : Optional.of(new Bytes(megabytes.longValueExact() * 1_000_000));
    }
}
