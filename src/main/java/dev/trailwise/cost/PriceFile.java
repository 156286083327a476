package dev.trailwise.cost;

import dev.trailwise.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prices that were read from AWS's list, kept on this machine. A file that cannot be read is as good as none. */
public final class PriceFile {
    private final Path file;

    /** The file in that folder, which need not exist. */
    public PriceFile(Path folder) {
        this.file = folder.resolve("prices.csv");
    }

    /** The list that comes with the program, updated by what is kept. */
    public PriceList read() {
        return PriceList.bundled().updatedBy(kept());
    }

    /**
     * Keeps prices beside those that are kept already.
     *
     * @throws IOException when they cannot be written
     */
    public void add(List<PriceEntry> entries) throws IOException {
        String text = kept().updatedBy(PriceList.of(entries)).text();
        PrivateFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private PriceList kept() {
        try {
            return PriceList.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException none) {
            return PriceList.of(List.of());
        }
    }
}
