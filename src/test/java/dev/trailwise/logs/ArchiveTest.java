package dev.trailwise.logs;

import static dev.trailwise.logs.Samples.event;
import static dev.trailwise.logs.Samples.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of logs are read like a folder of them. */
class ArchiveTest {
    private static final String LONG = "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/01/" + "x".repeat(120);

    @TempDir
    Path folder;

    @Test
    void the_logs_in_an_archive_are_read() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a/one.json", ("\ufeff" + records(event("A"))).getBytes(StandardCharsets.UTF_8));
        entries.put(LONG + ".json.gz", FormsTest.gzip(bytes(records(event("B"), event("C")))));
        entries.put("README.md", bytes("# read me"));
        entries.put("__MACOSX/._one.json", bytes("no"));
        entries.put("empty.txt", bytes(""));
        entries.put("lines", bytes(event("D") + "\n" + event("E")));
        for (Path file : new Path[] {zip(entries), tar("a.tar", entries), tarGz(entries)}) {
            Reading reading = Reading.of(Tables.EVENTS, file);

            assertThat(reading.report().problem()).as(file.toString()).isEmpty();
            assertThat(reading.column("eventname")).containsExactly("A", "B", "C", "D", "E");
        }
    }

    @Test
    void an_entry_that_cannot_be_read_is_named_and_hides_no_other() throws IOException {
        byte[] damaged = FormsTest.gzip(bytes(records(event("A"))));
        damaged[damaged.length - 6] ^= 1;
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.json.gz", damaged);
        entries.put("b.json", bytes(records(event("B"))));
        entries.put("c.parquet", bytes("PAR1"));
        entries.put("d.zip", bytes("PK"));
        for (Path file : new Path[] {zip(entries), tar("a.tar", entries), tarGz(entries)}) {
            Reading reading = Reading.of(Tables.EVENTS, file);

            assertThat(reading.column("eventname")).contains("B");
            assertThat(reading.report().problem().orElseThrow().reason())
                    .startsWith("entry a.json.gz: ")
                    .endsWith("; 2 more entries");
        }
    }

    @Test
    void an_archive_cut_anywhere_is_named() throws IOException {
        Map<String, byte[]> entries = Map.of("a.json", bytes(records(event("A"))));
        for (Path file : new Path[] {zip(entries), tar("a.tar", entries), tarGz(entries)}) {
            byte[] whole = Files.readAllBytes(file);
            int end = file.toString().endsWith(".tar") ? whole.length - 1024 : whole.length;
            for (int length = 1; length < end; length += 7) {
                Files.write(file, Arrays.copyOf(whole, length));

                assertThat(Reading.of(Tables.EVENTS, file).report().problem())
                        .as("%s cut to %s", file, length)
                        .isPresent();
            }
        }
    }

    @Test
    void an_archive_without_logs_is_named() throws IOException {
        Reading reading = Reading.of(Tables.EVENTS, zip(Map.of("README.md", bytes("# read me"))));

        assertThat(reading.report().problem()).isPresent();
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path tarGz(Map<String, byte[]> entries) throws IOException {
        byte[] tar = Files.readAllBytes(tar("b.tar", entries));
        return Files.write(folder.resolve("a.tar.gz"), FormsTest.gzip(tar));
    }

    private Path tar(String name, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header("a/", '5', 0));
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String path = entry.getKey();
            if (path.length() > 100) {
                String record = " path=" + path + "\n";
                byte[] pax = bytes((record.length() + 3) + record);
                out.writeBytes(header("pax", 'x', pax.length));
                out.writeBytes(padded(pax));
            }
            out.writeBytes(header(path.substring(0, Math.min(100, path.length())), '0', entry.getValue().length));
            out.writeBytes(padded(entry.getValue()));
        }
        out.writeBytes(new byte[1024]);
        return Files.write(folder.resolve(name), out.toByteArray());
    }

    private static byte[] header(String name, char type, int size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o", sum));
        header[154] = 0;
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        System.arraycopy(bytes(text), 0, header, at, text.length());
    }

    private static byte[] padded(byte[] content) {
        return Arrays.copyOf(content, (content.length + 511) / 512 * 512);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
