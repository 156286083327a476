package dev.trailwise.config.accounts;

import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.AccountNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The accounts that were imported. */
public record AccountBook(List<Account> accounts) {
    public AccountBook {
        accounts = accounts.stream()
                .sorted(Comparator.comparing(Account::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(account -> account.id().digits()))
                .toList();
    }

    /**
     * Of the output of {@code aws organizations list-accounts}.
     *
     * @throws Failure when it is not that, or not all of it
     */
    public static AccountBook parse(byte[] json) {
        return new AccountBook(AccountJson.read(json));
    }

    /** What was imported into the data folder; empty when nothing was. */
    public static AccountBook in(Path dataFolder) {
        Path file = file(dataFolder);
        try {
            return Files.exists(file) ? parse(Files.readAllBytes(file)) : new AccountBook(List.of());
        } catch (IOException unreadable) {
            throw new Failure(ExitCode.USAGE, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Keeps it in the data folder, in place of an older one, readable by its owner only. */
    public void save(Path dataFolder) {
        Path file = file(dataFolder);
        try {
            PrivateFiles.replace(file, AccountJson.write(accounts));
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.NOT_WRITTEN, "cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }

    /**
     * The account with a name, in upper or lower case.
     *
     * @throws IllegalArgumentException when no account or several accounts match
     */
    public AccountId id(String name) {
        List<Account> named = accounts.stream()
                .filter(account -> account.name().equalsIgnoreCase(name))
                .toList();
        if (named.size() == 1) {
            return named.get(0).id();
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException("unknown account '" + name + "'"
                    + Suggestions.hint(
                            name, accounts.stream().map(Account::name).toList()));
        }
        throw new IllegalArgumentException("several accounts are named '" + name + "'; use an id: "
                + named.stream().map(account -> account.id().digits()).collect(Collectors.joining(", ")));
    }

    /** The names by id. */
    public AccountNames names() {
        return new AccountNames(accounts.stream().collect(Collectors.toMap(Account::id, Account::name)));
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("accounts.json");
    }
}
