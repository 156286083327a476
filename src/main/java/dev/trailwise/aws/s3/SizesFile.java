package dev.trailwise.aws.s3;

import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Keeps the sizes of closed days on this machine, one file a trail and kind of logs. It is a cache: a file that is
 * missing, damaged or another's counts as empty. Files are replaced as a whole, so that a reader never sees half of
 * one; of two processes that write at once, what one of them listed may have to be listed again.
 */
final class SizesFile {
    private static final String FORMAT = "trailwise sizes 2";

    private final Path file;
    private final String subject;

    /**
     * The file of a subject.
     *
     * @param folder where the files are kept; it need not exist
     * @param subject what the sizes are of: the endpoint, bucket and folder
     */
    SizesFile(Path folder, String subject) {
        CRC32 name = new CRC32();
        name.update(subject.getBytes(StandardCharsets.UTF_8));
        this.file = folder.resolve("sizes-" + Long.toHexString(name.getValue()) + ".bin");
        this.subject = subject;
    }

    /** The file of a folder in a bucket. */
    static SizesFile of(Path folder, Optional<URI> endpoint, String bucket, TrailLayout layout) {
        return new SizesFile(
                folder, endpoint.map(URI::toString).orElse("") + " s3://" + bucket + "/" + layout.template());
    }

    /**
     * What is kept.
     *
     * @param sizes of closed days
     * @param discovery the last search for places, when there was one
     */
    record Kept(SizeCache sizes, Optional<DiscoveryResult> discovery) {
        static Kept nothing() {
            return new Kept(new SizeCache(), Optional.empty());
        }
    }

    /** Reads the file. */
    Kept read() {
        try {
            byte[] content = Files.readAllBytes(file);
            int length = content.length - Long.BYTES;
            if (length < 0) {
                return Kept.nothing();
            }
            CRC32 checksum = new CRC32();
            checksum.update(content, 0, length);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
            DataInputStream end = new DataInputStream(new ByteArrayInputStream(content, length, Long.BYTES));
            boolean mine = end.readLong() == checksum.getValue()
                    && in.readUTF().equals(FORMAT)
                    && in.readUTF().equals(subject);
            return mine ? kept(in) : Kept.nothing();
        } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
            // A cache that cannot be read is replaced after a new listing.
            return Kept.nothing();
        }
    }

    /**
     * Adds to what the file holds.
     *
     * @throws IOException when it cannot be written
     */
    void add(Kept more) throws IOException {
        Kept now = read();
        now.sizes().add(more.sizes());
        byte[] content = content(new Kept(now.sizes(), more.discovery().or(now::discovery)));
        PrivateFiles.replace(file, content);
    }

    private byte[] content(Kept kept) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(FORMAT);
        out.writeUTF(subject);
        writeDiscovery(out, kept.discovery());
        SortedSet<AccountRegion> accountRegions = kept.sizes().accountRegions();
        writeNumber(out, accountRegions.size());
        for (AccountRegion accountRegion : accountRegions) {
            writeAccountRegion(out, accountRegion);
            writeDays(out, kept.sizes().days(accountRegion));
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes.toByteArray());
        out.writeLong(checksum.getValue());
        return bytes.toByteArray();
    }

    private static Kept kept(DataInputStream in) throws IOException {
        Optional<DiscoveryResult> discovery = readDiscovery(in);
        SizeCache sizes = new SizeCache();
        for (long accountRegions = readNumber(in); accountRegions > 0; accountRegions--) {
            sizes.add(readAccountRegion(in), readDays(in));
        }
        return new Kept(sizes, discovery);
    }

    private static void writeDiscovery(DataOutputStream out, Optional<DiscoveryResult> discovery) throws IOException {
        SortedSet<AccountRegion> accountRegions =
                discovery.map(DiscoveryResult::accountRegions).orElseGet(TreeSet::new);
        out.writeLong(discovery.map(found -> found.at().getEpochSecond()).orElse(0L));
        writeNumber(out, accountRegions.size());
        for (AccountRegion accountRegion : accountRegions) {
            writeAccountRegion(out, accountRegion);
        }
    }

    private static Optional<DiscoveryResult> readDiscovery(DataInputStream in) throws IOException {
        long at = in.readLong();
        SortedSet<AccountRegion> accountRegions = new TreeSet<>();
        for (long count = readNumber(in); count > 0; count--) {
            accountRegions.add(readAccountRegion(in));
        }
        return at == 0 ? Optional.empty() : Optional.of(new DiscoveryResult(Instant.ofEpochSecond(at), accountRegions));
    }

    private static void writeAccountRegion(DataOutputStream out, AccountRegion accountRegion) throws IOException {
        out.writeUTF(accountRegion.account().digits());
        out.writeUTF(accountRegion.region().code());
    }

    private static AccountRegion readAccountRegion(DataInputStream in) throws IOException {
        return new AccountRegion(new AccountId(in.readUTF()), new Region(in.readUTF()));
    }

    /** Days and times as the distance from the one before: most then take one byte. */
    private static void writeDays(DataOutputStream out, NavigableMap<LogDay, DaySize> days) throws IOException {
        writeNumber(out, days.size());
        long day = 0;
        long listed = 0;
        for (Map.Entry<LogDay, DaySize> entry : days.entrySet()) {
            DaySize contents = entry.getValue();
            writeNumber(out, entry.getKey().date().toEpochDay() - day);
            writeNumber(out, contents.objects());
            writeNumber(out, contents.bytes());
            writeNumber(out, contents.archived());
            writeNumber(out, contents.listedAt().getEpochSecond() - listed);
            day = entry.getKey().date().toEpochDay();
            listed = contents.listedAt().getEpochSecond();
        }
    }

    private static NavigableMap<LogDay, DaySize> readDays(DataInputStream in) throws IOException {
        NavigableMap<LogDay, DaySize> days = new TreeMap<>();
        long day = 0;
        Instant listed = Instant.EPOCH;
        for (long count = readNumber(in); count > 0; count--) {
            day += readNumber(in);
            long objects = readNumber(in);
            long bytes = readNumber(in);
            long archived = readNumber(in);
            long later = readNumber(in);
            listed = later == 0 ? listed : listed.plusSeconds(later);
            days.put(new LogDay(LocalDate.ofEpochDay(day)), new DaySize(objects, bytes, archived, listed));
        }
        return days;
    }

    /** Seven bits a byte, the sign in the lowest bit. */
    private static void writeNumber(DataOutputStream out, long number) throws IOException {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInputStream in) throws IOException {
        long number = 0;
        int shift = 0;
        int part;
        do {
            if (shift > 63) {
                throw new IOException("a number is too long");
            }
            part = in.readUnsignedByte();
            number |= (long) (part & 0x7F) << shift;
            shift += 7;
        } while ((part & 0x80) != 0);
        return (number >>> 1) ^ -(number & 1);
    }
}
