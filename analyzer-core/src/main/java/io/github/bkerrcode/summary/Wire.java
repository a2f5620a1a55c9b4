package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the parts of a tally go from one process to another. What the catalog says of a code is not sent: both sides have it. */
final class Wire {

    private Wire() {}

    /** Writes a list of anything behind its size. */
    interface Element<T> {
        void write(T element) throws IOException;
    }

    static <T> void writeAll(Iterable<T> elements, int size, DataOutput out, Element<T> element) throws IOException {
        out.writeInt(size);
        for (T one : elements) {
            element.write(one);
        }
    }

    /** Of any length, which {@code writeUTF} does not allow. */
    static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void writeTextOrNull(@Nullable String text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            writeText(text, out);
        }
    }

    private static @Nullable String readTextOrNull(DataInput in) throws IOException {
        return in.readBoolean() ? readText(in) : null;
    }

    static void writeTime(@Nullable Instant time, DataOutput out) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
        }
    }

    static @Nullable Instant readTime(DataInput in) throws IOException {
        return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    }

    /** A platform is sent whole: one without a name is in no table. */
    static void writePlatform(Platform platform, DataOutput out) throws IOException {
        writeText(platform.id(), out);
        Integer number = platform.number();
        out.writeInt(number == null ? -1 : number);
        writeLocalized(platform.name(), out);
        Category category = platform.category();
        out.writeBoolean(category != null);
        if (category != null) {
            writeText(category.id(), out);
            out.writeInt(category.from());
            out.writeInt(category.to());
            writeLocalized(category.name(), out);
        }
    }

    static Platform readPlatform(DataInput in) throws IOException {
        String id = readText(in);
        int number = in.readInt();
        LocalizedText name = readLocalized(in);
        Category category =
                in.readBoolean() ? new Category(readText(in), in.readInt(), in.readInt(), readLocalized(in)) : null;
        return new Platform(id, number < 0 ? null : number, name, category);
    }

    private static void writeLocalized(LocalizedText text, DataOutput out) throws IOException {
        writeTextOrNull(text.zh(), out);
        writeTextOrNull(text.en(), out);
    }

    private static LocalizedText readLocalized(DataInput in) throws IOException {
        return new LocalizedText(readTextOrNull(in), readTextOrNull(in));
    }

    /** Resolves a code that the other side's catalog had. */
    static Resolution.Known readCode(DataInput in, CodeLookup lookup) throws IOException {
        String token = readText(in);
        if (lookup.resolve(token) instanceof Resolution.Known known) {
            return known;
        }
        throw new IOException("the tally comes from another catalog: this one does not know [" + token + "]");
    }
}
