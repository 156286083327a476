package dev.trailwise.trail;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names of accounts, for text that people read; programs get ids.
 *
 * @param names those that are known, safe to show
 */
public record AccountNames(Map<AccountId, String> names) {
    /** No account has a name. */
    public static final AccountNames NONE = new AccountNames(Map.of());

    public AccountNames {
        names = Map.copyOf(names);
    }

    /** The id, and the name where it is known: {@code 111122223333 (prod)}. */
    public String label(AccountId account) {
        return Optional.ofNullable(names.get(account))
                .map(name -> account + " (" + name + ")")
                .orElseGet(account::digits);
    }

    /** The same of a text, which stays as it is when it is not an account's id. */
    public String label(String text) {
        return text.length() != 12
                ? text
                : AccountId.tryParse(text).map(this::label).orElse(text);
    }

    /** Ids with their names. */
    public String label(Collection<AccountId> accounts) {
        return accounts.stream().map(this::label).collect(Collectors.joining(", "));
    }

    /** Whether it has the name of any of these. */
    public boolean knowsAny(Collection<AccountId> accounts) {
        return accounts.stream().anyMatch(names::containsKey);
    }
}
