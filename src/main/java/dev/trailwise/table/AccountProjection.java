package dev.trailwise.table;

import dev.trailwise.trail.AccountId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the table knows its accounts.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html">Supported types
 *     for partition projection</a>
 */
public sealed interface AccountProjection {
    /**
     * The most accounts that one enumeration holds: Glue takes 512,000 bytes for a table property, and an account is
     * twelve digits and a comma. An enumeration is better than injected accounts at any size, because then a query need
     * not name its accounts.
     *
     * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html">Parameters of a table</a>
     */
    int MOST_TO_NAME = 39_000;

    /** The properties of the table that tell Athena. */
    SortedMap<String, String> properties();

    /** Named accounts, or injected when they are too many to name. */
    static AccountProjection of(SortedSet<AccountId> accounts) {
        return accounts.size() > MOST_TO_NAME ? new Injected() : new Named(accounts);
    }

    /**
     * Every account by name. A query need not say which it means; a new account needs an update of the table.
     *
     * @param accounts at least one
     */
    record Named(SortedSet<AccountId> accounts) implements AccountProjection {
        /** @throws IllegalArgumentException when there are none */
        public Named {
            accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
            if (accounts.isEmpty()) {
                throw new IllegalArgumentException("a table needs an account, for example 111122223333");
            }
        }

        @Override
        public SortedMap<String, String> properties() {
            return new TreeMap<>(java.util.Map.of(
                    "projection.account.type",
                    "enum",
                    "projection.account.values",
                    accounts.stream().map(AccountId::digits).collect(Collectors.joining(","))));
        }
    }

    /** Any account. Every query must say which accounts it means, at most 1,000 of them, by {@code =} or {@code IN}. */
    record Injected() implements AccountProjection {
        @Override
        public SortedMap<String, String> properties() {
            return new TreeMap<>(java.util.Map.of("projection.account.type", "injected"));
        }
    }
}
