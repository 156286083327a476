package dev.trailwise.failure;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The commands that rooms below the command line advise or start, each with the flags that go with such an advice. */
public enum CommandName {
    ACCOUNTS_IMPORT,
    ARCHIVE_PRUNE,
    CACHE_BUILD(FlagName.LOGS),
    CACHE_CLEAR,
    DEMO,
    DOCTOR,
    HISTORY,
    HUNT,
    INIT(FlagName.BUCKET, FlagName.CONFIG, FlagName.ORGANIZATION, FlagName.PREFIX),
    PRICES(FlagName.REFRESH),
    QUERIES,
    QUERIES_PULL,
    QUERIES_PUSH(FlagName.TOPIC),
    RUN,
    SQL,
    SYNC,
    TABLE_CREATE(FlagName.ACCOUNT_FOLDERS, FlagName.KIND, FlagName.REPLACE, FlagName.UPDATE),
    TABLE_DROP,
    TABLE_POLICY(FlagName.FOR),
    TABLE_SHOW,
    TRAIL_CHECK;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of() is
    private final Set<FlagName> flags;

    CommandName(FlagName... flags) {
        this.flags = Set.of(flags);
    }

    /** The flags that may be advised with it. */
    public Set<FlagName> flags() {
        return flags;
    }

    /** Its words, without the program's name. */
    public List<String> words() {
        return List.of(name().toLowerCase(Locale.ROOT).split("_"));
    }

    /** As it is typed: {@code trailwise table create}. */
    @Override
    public String toString() {
        return "trailwise " + String.join(" ", words());
    }
}
