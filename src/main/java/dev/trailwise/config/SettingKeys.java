package dev.trailwise.config;

import static dev.trailwise.config.Setting.scalar;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.SettingName;
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
            SettingName.TRAIL_BUCKET,
            "the S3 bucket that the trail delivers to",
            "my-logs",
            SettingValues::bucket,
            settings -> settings.trail().bucket());

    static final Setting<String> PREFIX = scalar(
            SettingName.TRAIL_PREFIX,
            "the trail's S3 key prefix",
            "audit/cloudtrail",
            SettingValues::prefix,
            settings -> Optional.of(settings.trail().prefix()).filter(prefix -> !prefix.isEmpty()));

    static final Setting<Organization> ORGANIZATION = scalar(
            SettingName.TRAIL_ORGANIZATION,
            "the organization, for an organization trail",
            "o-a1b2c3d4e5",
            Organization::new,
            settings -> settings.trail().organization().map(Organization::id));

    static final Setting<Boolean> ACCOUNT_FOLDERS = scalar(
            SettingName.TRAIL_ACCOUNT_FOLDERS,
            "whether AWSLogs/ also has account folders next to the organization's",
            "true",
            SettingValues::flag,
            settings -> Optional.of(Boolean.toString(settings.trail().accountFolders())));

    static final Setting<SortedSet<AccountId>> ACCOUNTS = list(
            SettingName.TRAIL_ACCOUNTS,
            "the accounts of the trail",
            "[111122223333]",
            AccountId::new,
            settings -> settings.trail().accounts());

    static final Setting<SortedSet<Region>> REGIONS = list(
            SettingName.TRAIL_REGIONS,
            "the Regions of the trail",
            "[us-east-1]",
            Region::new,
            settings -> settings.trail().regions());

    static final Setting<LogDay> SINCE = scalar(
            SettingName.TRAIL_SINCE,
            "the first day that has logs",
            "2024-01-01",
            SettingValues::day,
            settings -> settings.trail().since().map(day -> day.date().toString()));

    static final Setting<Boolean> DATA_EVENTS = scalar(
            SettingName.TRAIL_DATA_EVENTS,
            "false when the trail records management events only",
            "false",
            SettingValues::flag,
            settings -> settings.trail().dataEvents().map(String::valueOf));

    static final Setting<String> DATABASE = scalar(
            SettingName.TABLE_DATABASE,
            "the Glue database of the table",
            "security",
            name -> SettingValues.tablePart("database", name),
            settings -> Optional.of(settings.table().database()));

    static final Setting<String> TABLE = scalar(
            SettingName.TABLE_NAME,
            "the table",
            "cloudtrail_logs",
            name -> SettingValues.tablePart("table", name),
            settings -> Optional.of(settings.table().table()));

    static final Setting<Region> ATHENA_REGION = scalar(
            SettingName.ATHENA_REGION,
            "where Athena and the table are; else the Region of the AWS profile",
            "us-east-1",
            Region::new,
            settings -> settings.athena().region().map(Region::code));

    static final Setting<String> WORKGROUP = scalar(
            SettingName.ATHENA_WORKGROUP,
            "the Athena workgroup",
            "primary",
            SettingValues::workgroup,
            settings -> Optional.of(settings.athena().workgroup()));

    static final Setting<String> OUTPUT = scalar(
            SettingName.ATHENA_OUTPUT,
            "where Athena writes results; else where the workgroup says",
            "s3://my-results/athena/",
            SettingValues::output,
            settings -> settings.athena().output());

    static final Setting<Usd> MAX_PER_QUERY = scalar(
            SettingName.COST_MAX_PER_QUERY,
            "US dollars above which a query is refused",
            "1.00",
            Usd::parse,
            settings -> Optional.of(plain(settings.cost().maxPerQuery())));

    static final Setting<Usd> MAX_PER_DAY = scalar(
            SettingName.COST_MAX_PER_DAY,
            "US dollars for all queries of a day in UTC; else no limit",
            "10.00",
            Usd::parse,
            settings -> settings.cost().maxPerDay().map(SettingKeys::plain));

    static final Setting<Usd> CONFIRM_ABOVE = scalar(
            SettingName.COST_CONFIRM_ABOVE,
            "US dollars above which a terminal is asked first",
            "0.05",
            Usd::parse,
            settings -> Optional.of(plain(settings.cost().confirmAbove())));

    static final Setting<Usd> PRICE_PER_TB = scalar(
            SettingName.COST_PRICE_PER_TB,
            "US dollars for 10^12 bytes scanned; else the list price of the Region",
            "5.00",
            Usd::parse,
            settings -> settings.cost().pricePerTb().map(SettingKeys::plain));

    static final Setting<Bytes> MEMORY = scalar(
            SettingName.LOCAL_MEMORY,
            "memory of the local engine; else a quarter of the machine's",
            "4GB",
            SettingValues::memory,
            settings -> settings.local().memory().map(SettingKeys::plain));

    static final Setting<Bytes> MAX_SPILL = scalar(
            SettingName.LOCAL_MAX_SPILL,
            "disk space for what does not fit in memory; else half of what is free",
            "20GB",
            Bytes::parse,
            settings -> settings.local().maxSpill().map(SettingKeys::plain));

    static final Setting<Boolean> PAGER = scalar(
            SettingName.OUTPUT_PAGER,
            "never: show long answers without a pager; else auto",
            "never",
            SettingValues::pager,
            settings -> Optional.of(settings.pager() ? "auto" : "never"));

    static final Setting<Preference> PREFER = scalar(
            SettingName.PREFER,
            "cost or speed, where a query can run in several places; else cost",
            "speed",
            SettingValues::preference,
            settings -> Optional.of(settings.prefer().toString()));

    static final Setting<String> QUERIES = scalar(
            SettingName.QUERIES,
            "the folder of your own saved queries",
            "./my-queries",
            SettingValues::path,
            settings -> Optional.of(settings.queries().toString()));

    static final Setting<String> ARCHIVE = scalar(
            SettingName.ARCHIVE,
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
            DATA_EVENTS,
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
            PREFER,
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
            SettingName name,
            String help,
            String example,
            Function<String, T> parse,
            Function<Settings, ? extends Collection<T>> values) {
        return new Setting<>(
                name.toString(),
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
