package dev.trailwise.local.store;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The bytes of a manifest: a mark, the format's number, the fields in order, and the CRC32C of all that. */
final class ManifestCodec {
    /** Raised when the bytes or the meaning of a manifest change. */
    private static final int FORMAT = 3;

    private static final int MARK = 0x54574d46; // TWMF
    private static final long NO_INSTANT = Long.MIN_VALUE;

    private ManifestCodec() {}

    /** Reads a manifest; nothing when it is missing, damaged or of another format. */
    static Optional<Manifest> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(decode(bytes));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    static byte[] encode(Manifest manifest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(FORMAT);
            text(out, manifest.fingerprint());
            out.writeLong(manifest.parquetBytes());
            out.writeLong(manifest.parquetModifiedNanos());
            out.writeInt(manifest.parquetCrc());
            out.writeInt(manifest.files().size());
            String before = "";
            for (StoredFile file : manifest.files()) {
                file(out, file, before);
                before = file.path();
            }
            out.writeInt(manifest.duplicates().size());
            for (DuplicateIds repeat : manifest.duplicates()) {
                ordinals(out, repeat.own());
                ordinals(out, repeat.older());
                out.writeLong(repeat.ids());
            }
            out.writeInt(Checksums.crc32c(bytes.toByteArray(), 0, bytes.size()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not a whole manifest of this format */
    static Manifest decode(byte[] bytes) throws IOException {
        int end = bytes.length - Integer.BYTES;
        if (end < 0 || ByteBuffer.wrap(bytes).getInt(end) != Checksums.crc32c(bytes, 0, end)) {
            throw new IOException("the checksum of the manifest is wrong");
        }
        try {
            return manifest(ByteBuffer.wrap(bytes, 0, end));
        } catch (BufferUnderflowException cut) {
            throw new IOException("the manifest is cut", cut);
        }
    }

    private static Manifest manifest(ByteBuffer in) throws IOException {
        if (in.getInt() != MARK || in.getInt() != FORMAT) {
            throw new IOException("not a manifest of format " + FORMAT);
        }
        String fingerprint = text(in);
        long parquetBytes = in.getLong();
        long parquetModifiedNanos = in.getLong();
        int parquetCrc = in.getInt();
        List<StoredFile> files = new ArrayList<>();
        String before = "";
        for (int count = in.getInt(); count > 0; count--) {
            files.add(file(in, before));
            before = files.get(files.size() - 1).path();
        }
        List<DuplicateIds> duplicates = new ArrayList<>();
        for (int count = in.getInt(); count > 0; count--) {
            duplicates.add(new DuplicateIds(ordinals(in), ordinals(in), in.getLong()));
        }
        return new Manifest(fingerprint, parquetBytes, parquetModifiedNanos, parquetCrc, files, duplicates);
    }

    private static void file(DataOutputStream out, StoredFile file, String before) throws IOException {
        out.writeInt(file.index());
        path(out, file.path(), before);
        out.writeLong(file.bytes());
        out.writeLong(file.modifiedNanos());
        out.writeLong(file.events());
        out.writeLong(file.otherEvents());
        out.writeLong(file.oddTimes());
        instant(out, file.oldest());
        instant(out, file.newest());
        texts(out, file.accounts(), AccountId::digits);
        texts(out, file.regions(), Region::code);
        texts(out, file.days(), LogDay::partitionValue);
        out.writeBoolean(file.digest());
        out.writeLong(file.size());
        texts(out, file.damage().map(Set::of).orElse(Set.of()), damage -> damage);
        out.writeLong(file.damageOffset());
    }

    private static StoredFile file(ByteBuffer in, String before) {
        return new StoredFile(
                in.getInt(),
                path(in, before),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                instant(in),
                instant(in),
                texts(in, AccountId::new),
                texts(in, Region::new),
                texts(in, ManifestCodec::day),
                in.get() != 0,
                in.getLong(),
                damage(in),
                in.getLong());
    }

    /** Paths come in their order, and begin mostly as the one before: how much of it, and what is different then. */
    private static void path(DataOutputStream out, String path, String before) throws IOException {
        int shared = 0;
        while (shared < Math.min(path.length(), before.length()) && path.charAt(shared) == before.charAt(shared)) {
            shared++;
        }
        out.writeInt(shared);
        text(out, path.substring(shared));
    }

    private static String path(ByteBuffer in, String before) {
        int shared = in.getInt();
        if (shared < 0 || shared > before.length()) {
            throw new BufferUnderflowException();
        }
        return before.substring(0, shared).concat(text(in));
    }

    private static Optional<String> damage(ByteBuffer in) {
        Set<String> damage = texts(in, text -> text);
        return damage.isEmpty()
                ? Optional.empty()
                : Optional.of(damage.iterator().next());
    }

    private static LogDay day(String partitionValue) {
        return new LogDay(LocalDate.parse(partitionValue.replace('/', '-')));
    }

    private static <T> void texts(DataOutputStream out, Set<T> values, Function<T, String> text) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            text(out, text.apply(value));
        }
    }

    private static <T> Set<T> texts(ByteBuffer in, Function<String, T> parse) {
        int count = in.getInt();
        if (count == 0) {
            return Set.of();
        }
        Set<T> values = new HashSet<>();
        for (int k = 0; k < count; k++) {
            values.add(parse.apply(text(in)));
        }
        return values;
    }

    private static void instant(DataOutputStream out, Optional<Instant> instant) throws IOException {
        out.writeLong(instant.map(Instant::getEpochSecond).orElse(NO_INSTANT));
        out.writeInt(instant.map(Instant::getNano).orElse(0));
    }

    private static Optional<Instant> instant(ByteBuffer in) {
        long seconds = in.getLong();
        int nanos = in.getInt();
        return seconds == NO_INSTANT ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds, nanos));
    }

    private static void ordinals(DataOutputStream out, List<Long> ordinals) throws IOException {
        out.writeInt(ordinals.size());
        for (long ordinal : ordinals) {
            out.writeLong(ordinal);
        }
    }

    private static List<Long> ordinals(ByteBuffer in) {
        List<Long> ordinals = new ArrayList<>();
        for (int count = in.getInt(); count > 0; count--) {
            ordinals.add(in.getLong());
        }
        return ordinals;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
