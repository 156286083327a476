package dev.trailwise.architecture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts of the program as compiled: joined literals are one, and comments are none. */
public final class MainLiterals {
    private static final Path CLASSES = Path.of("target", "classes");

    private MainLiterals() {}

    /** A text of the constant pool of a class. */
    public record Literal(String type, String text) {
        /** Whether the class belongs to a room, such as {@code cli}. */
        public boolean in(String room) {
            return type.startsWith("dev/trailwise/" + room + "/");
        }
    }

    /** All of the program's own classes. */
    public static List<Literal> all() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">The constant pool</a> */
    private static List<Literal> read(Path file) {
        String type = CLASSES.relativize(file).toString().replace('\\', '/');
        List<Literal> literals = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> literals.add(new Literal(type, in.readUTF()));
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        index++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> in.skipNBytes(4);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return literals;
    }
}
