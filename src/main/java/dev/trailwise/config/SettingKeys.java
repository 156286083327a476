package dev.trailwise.config;

import static dev.trailwise.config.Setting.scalar;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Region;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Every setting there is, once: the files, the environment and the flags are read by these. */
final class SettingKeys {
    static final Setting<String> BUCKET = scalar(
            "trail.bucket",
            "the S3 bucket that the trail delivers to",
            "my-logs",
            SettingValues::bucket,
            settings -> settings.trail().bucket());

    static final Setting<String> PREFIX = scalar(
            "trail.prefix",
            "the trail's S3 key prefix",
            "audit/cloudtrail",
            SettingValues::prefix,
            settings -> Optional.of(settings.trail().prefix()).filter(prefix -> !prefix.isEmpty()));

    static final Setting<Organization> ORGANIZATION = scalar(
            "trail.organization",
            "the organization, for an organization trail",
            "o-a1b2c3d4e5",
            Organization::new,
            settings -> settings.trail().organization().map(Organization::id));

    static final Setting<Boolean> ACCOUNT_FOLDERS = scalar(
            "trail.account_folders",
            "whether AWSLogs/ also has account folders beside the organization's",
            "true",
            SettingValues::flag,
            settings -> Optional.of(Boolean.toString(settings.trail().accountFolders())));

    static final Setting<SortedSet<AccountId>> ACCOUNTS = list(
            "trail.accounts",
            "the accounts of the trail",
            "[111122223333]",
            AccountId::new,
            settings -> settings.trail().accounts());

    static final Setting<SortedSet<Region>> REGIONS = list(
            "trail.regions",
            "the Regions of the trail",
            "[us-east-1]",
            Region::new,
            settings -> settings.trail().regions());

    static final Setting<LogDay> SINCE = scalar(
            "trail.since",
            "the first day that has logs",
            "2024-01-01",
            SettingValues::day,
            settings -> settings.trail().since().map(day -> day.date().toString()));

    static final Setting<String> DATABASE = scalar(
            "table.database",
            "the Glue database of the table",
            "security",
            name -> SettingValues.tablePart("database", name),
            settings -> Optional.of(settings.table().database()));

    static final Setting<String> TABLE = scalar(
            "table.name",
            "the table",
            "cloudtrail_logs",
            name -> SettingValues.tablePart("table", name),
            settings -> Optional.of(settings.table().table()));

    static final Setting<Region> ATHENA_REGION = scalar(
            "athena.region",
            "where Athena and the table are; else the Region of the AWS profile",
            "us-east-1",
            Region::new,
            settings -> settings.athena().region().map(Region::code));

    static final Setting<String> WORKGROUP = scalar(
            "athena.workgroup",
            "the Athena workgroup",
            "primary",
            SettingValues::workgroup,
            settings -> Optional.of(settings.athena().workgroup()));

    static final Setting<String> OUTPUT = scalar(
            "athena.output",
            "where Athena writes results; else where the workgroup says",
            "s3://my-results/athena/",
            SettingValues::output,
            settings -> settings.athena().output());

    static final Setting<Usd> MAX_PER_QUERY = scalar(
            "cost.max_per_query",
            "US dollars above which a query is refused",
            "1.00",
            Usd::parse,
            settings -> Optional.of(plain(settings.cost().maxPerQuery())));

    static final Setting<Usd> MAX_PER_DAY = scalar(
            "cost.max_per_day",
            "US dollars for all queries of a day in UTC; else no limit",
            "10.00",
            Usd::parse,
            settings -> settings.cost().maxPerDay().map(SettingKeys::plain));

    static final Setting<Usd> CONFIRM_ABOVE = scalar(
            "cost.confirm_above",
            "US dollars above which a terminal is asked first",
            "0.05",
            Usd::parse,
            settings -> Optional.of(plain(settings.cost().confirmAbove())));

    static final Setting<Usd> PRICE_PER_TB = scalar(
            "cost.price_per_tb",
            "US dollars for 10^12 bytes scanned; else the list price of the Region",
            "5.00",
            Usd::parse,
            settings -> settings.cost().pricePerTb().map(SettingKeys::plain));

    static final Setting<Bytes> MEMORY = scalar(
            "local.memory",
            "memory of the local engine; else a quarter of the machine's",
            "4GB",
            SettingValues::memory,
            settings -> settings.local().memory().map(SettingKeys::plain));

    static final Setting<Bytes> MAX_SPILL = scalar(
            "local.max_spill",
            "disk space for what does not fit in memory; else half of what is free",
            "20GB",
            Bytes::parse,
            settings -> settings.local().maxSpill().map(SettingKeys::plain));

    static final Setting<Boolean> PAGER = scalar(
            "output.pager",
            "never to show long answers without a pager, as --no-pager does; else auto",
            "never",
            SettingValues::pager,
            settings -> Optional.of(settings.pager() ? "auto" : "never"));

    static final Setting<String> QUERIES = scalar(
            "queries",
            "the folder of your own saved queries",
            "./my-queries",
            SettingValues::path,
            settings -> Optional.of(settings.queries().toString()));

    static final Setting<String> ARCHIVE = scalar(
            "archive",
            "the folder of downloaded logs and of the history",
            "~/.local/share/trailwise",
            SettingValues::path,
            settings -> Optional.of(settings.archive().toString()));

    /** In the order of the file. */
    static final List<Setting<?>> ALL = List.of(
            BUCKET,
            PREFIX,
            ORGANIZATION,
            ACCOUNT_FOLDERS,
            ACCOUNTS,
            REGIONS,
            SINCE,
            DATABASE,
            TABLE,
            ATHENA_REGION,
            WORKGROUP,
            OUTPUT,
            MAX_PER_QUERY,
            MAX_PER_DAY,
            CONFIRM_ABOVE,
            PRICE_PER_TB,
            MEMORY,
            MAX_SPILL,
            PAGER,
            QUERIES,
            ARCHIVE);

    private SettingKeys() {}

    private static String plain(Usd price) {
        return price.amount().toPlainString();
    }

    private static String plain(Bytes bytes) {
        return Long.toString(bytes.count());
    }

    private static <T extends Comparable<T>> Setting<SortedSet<T>> list(
            String name,
            String help,
            String example,
            Function<String, T> parse,
            Function<Settings, ? extends Collection<T>> values) {
        return new Setting<>(
                name,
                help,
                example,
                true,
                texts -> texts.stream().map(parse).collect(TreeSet::new, TreeSet::add, TreeSet::addAll),
                settings -> Optional.of(values.apply(settings).stream()
                                .map(Object::toString)
                                .toList())
                        .filter(texts -> !texts.isEmpty()));
    }
}
