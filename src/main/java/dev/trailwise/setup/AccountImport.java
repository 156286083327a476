package dev.trailwise.setup;

import static dev.trailwise.engine.ResultColumn.text;

import dev.trailwise.config.accounts.Account;
import dev.trailwise.config.accounts.AccountBook;
import dev.trailwise.console.NoticeSink;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.AccountNames;
import dev.trailwise.workspace.LogInput;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports and lists the names of accounts. */
public final class AccountImport {
    private static final int MOST = 10;

    private final Workspace workspace;
    private final Path folder;

    public AccountImport(Workspace workspace) {
        this.workspace = workspace;
        this.folder = workspace.sources().dataFolder();
    }

    /** Says which accounts of a bucket a list that was imported does not have: they joined since. */
    static void nameless(AccountNames names, Set<AccountId> accounts, NoticeSink notices) {
        List<String> unknown = accounts.stream()
                .filter(account -> !names.names().containsKey(account))
                .map(AccountId::digits)
                .toList();
        if (!names.equals(AccountNames.NONE) && !unknown.isEmpty()) {
            notices.info(new Notice(
                    (unknown.size() == 1 ? "1 account has" : unknown.size() + " accounts have") + " no name: "
                            + unknown.stream().limit(MOST).collect(Collectors.joining(", "))
                            + (unknown.size() > MOST ? ", …" : ""),
                    Remedy.command(
                            CommandName.ACCOUNTS_IMPORT, "takes a new list from aws organizations list-accounts")));
        }
    }

    /** Replaces the list by the one in a file, or from stdin. */
    public void read(String file) {
        AccountBook book = AccountBook.parse(bytes(file));
        book.save(folder);
        int count = book.accounts().size();
        workspace.messages().info("imported " + count + (count == 1 ? " account" : " accounts"));
    }

    private byte[] bytes(String file) {
        try {
            return file.equals(LogInput.STDIN)
                    ? workspace.host().in().readAllBytes()
                    : Files.readAllBytes(workspace.host().resolve(file));
        } catch (IOException unreadable) {
            throw new Failure(ExitCode.USAGE, "cannot read " + file, unreadable);
        }
    }

    /** The accounts that were imported, by name. */
    public void list(RowSink sink) {
        List<@Nullable Object[]> rows = AccountBook.in(folder).accounts().stream()
                .map(AccountImport::row)
                .toList();
        sink.all(List.of(text("name"), text("account"), text("status")), rows);
    }

    private static @Nullable Object[] row(Account account) {
        return new @Nullable Object[] {account.name(), account.id().digits(), account.status()};
    }
}
