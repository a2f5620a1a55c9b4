package io.github.bkerrcode.input;

import io.airlift.compress.zstd.ZstdIncrementalFrameDecompressor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The content of zstd frames one after the other; skippable frames are skipped.
 *
 * <p>Takes frames apart itself and gives the decompressor one header or block at a time, since the decompressor's own stream
 * knows no skippable frames, and where data is cut or damaged drops the window it holds back: up to 8 MiB of good text.
 */
final class ZstdStream extends InputStream {

    private static final int BUFFER_SIZE = 64 * 1024;

    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;

    private static final int SINGLE_SEGMENT = 0x20;
    private static final int RESERVED = 0x08;
    private static final int CHECKSUM = 0x04;
    private static final int[] DICTIONARY_FIELD = {0, 1, 2, 4};
    private static final int[] SIZE_FIELD = {0, 2, 4, 8};

    private static final int BLOCK_HEADER = 3;
    private static final int MAX_BLOCK = 128 * 1024;
    private static final int RUN = 1;
    private static final int COMPRESSED = 2;
    private static final int MIN_COMPRESSED = 3;

    /** An empty block that says it is the last. */
    private static final byte[] END_OF_FRAME = {1, 0, 0};

    /** The largest the decompressor takes; it is also what {@code zstd} uses up to level 19. */
    private static final long MAX_WINDOW = 8 * 1024 * 1024;

    /** The decompressor reads whole words, perhaps beyond the end of the data. */
    private static final int SLACK = 8;

    private static final long ARRAY_BASE = arrayBase();

    private final InputStream in;
    private final ZstdIncrementalFrameDecompressor decompressor = new ZstdIncrementalFrameDecompressor();
    private final byte[] unit = new byte[BLOCK_HEADER + MAX_BLOCK + SLACK];
    private int position;
    private int limit;
    private boolean inFrame;
    private int compressedLength;
    private @Nullable XxHash64 hash;
    private @Nullable IOException failure;

    /**
     * Creates a stream.
     *
     * @param in begins with a frame; closed with this stream
     */
    ZstdStream(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER_SIZE);
    }

    /** Where the bytes of an array begin, as the decompressor counts; naming the class is a warning of the compiler. */
    private static long arrayBase() {
        try {
            return Class.forName("sun.misc.Unsafe")
                    .getField("ARRAY_BYTE_BASE_OFFSET")
                    .getLong(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("zstd cannot be read by this Java", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (limit - position >= decompressor.getInputRequired() || supply()) {
            int count = decompress(target, offset, length);
            if (count > 0) {
                if (hash != null) {
                    hash.update(target, offset, count);
                }
                return count;
            }
        }
        return -1;
    }

    private int decompress(byte[] target, int offset, int length) throws IOException {
        try {
            decompressor.partialDecompress(
                    unit, ARRAY_BASE + position, ARRAY_BASE + limit, target, offset, offset + length);
        } catch (RuntimeException e) {
            passOverBlock(e);
            return 0;
        }
        position += decompressor.getInputConsumed();
        return decompressor.getOutputBufferUsed();
    }

    /**
     * Makes the decompressor, which has the header of a block and refuses its data, go on: with a block of the same length
     * that stands for nothing (no literals, no sequences, then bytes nobody looks at), and the end of the frame.
     */
    private void passOverBlock(RuntimeException cause) throws IOException {
        if (failure != null) {
            throw failure;
        }
        failure = new ZipException("invalid zstd block");
        failure.initCause(cause);
        if (compressedLength == 0) {
            throw failure;
        }
        Arrays.fill(unit, 0, compressedLength, (byte) 0);
        position = 0;
        limit = compressedLength;
        if (inFrame) {
            endFrame(limit);
        }
    }

    /**
     * Puts the next header or block in place; what makes that fail is thrown only when all that was read before is handed
     * over.
     *
     * @return false at the end
     */
    private boolean supply() throws IOException {
        if (failure != null) {
            throw failure;
        }
        position = 0;
        limit = 0;
        compressedLength = 0;
        try {
            if (inFrame) {
                readBlock();
                return true;
            }
            checkHash();
            return readHeader();
        } catch (IOException e) {
            failure = e;
            if (!inFrame) {
                throw e;
            }
            endFrame(0);
            return true;
        }
    }

    private void endFrame(int offset) {
        System.arraycopy(END_OF_FRAME, 0, unit, offset, END_OF_FRAME.length);
        limit = offset + END_OF_FRAME.length;
        inFrame = false;
    }

    private void readBlock() throws IOException {
        readFully(0, BLOCK_HEADER);
        int header = (int) number(0, BLOCK_HEADER);
        int type = header >> 1 & 3;
        int size = header >> 3;
        if (type > COMPRESSED || size > MAX_BLOCK || type == COMPRESSED && size < MIN_COMPRESSED) {
            throw new ZipException("invalid zstd block");
        }
        int length = type == RUN ? 1 : size;
        readFully(BLOCK_HEADER, length);
        limit = BLOCK_HEADER + length;
        compressedLength = type == COMPRESSED ? length : 0;
        inFrame = (header & 1) == 0;
    }

    private boolean readHeader() throws IOException {
        while (true) {
            int length = in.readNBytes(unit, 0, 4);
            if (length == 0) {
                return false;
            }
            if (length < 4) {
                throw cutShort();
            }
            int magic = (int) number(0, 4);
            if (magic == MAGIC) {
                readDescription();
                return true;
            }
            if ((magic & SKIPPABLE_MASK) != SKIPPABLE_MAGIC) {
                throw new ZipException("not a zstd frame");
            }
            readFully(0, 4);
            in.skipNBytes(number(0, 4));
        }
    }

    /** Reads what the header says of the frame. The decompressor must not see that a checksum follows: it would want it. */
    private void readDescription() throws IOException {
        readFully(4, 1);
        int descriptor = unit[4];
        if ((descriptor & RESERVED) != 0) {
            throw new ZipException("unknown zstd flags");
        }
        boolean singleSegment = (descriptor & SINGLE_SEGMENT) != 0;
        int dictionary = 5 + (singleSegment ? 0 : 1);
        int dictionaryLength = DICTIONARY_FIELD[descriptor & 3];
        int size = dictionary + dictionaryLength;
        int sizeLength = singleSegment && descriptor >> 6 == 0 ? 1 : SIZE_FIELD[descriptor >> 6 & 3];
        readFully(5, size + sizeLength - 5);
        if (number(dictionary, dictionaryLength) != 0) {
            throw new InputException(
                    "zstd-compressed with a dictionary; pipe it: zstd -dc -D DICTIONARY FILE | analyzer -");
        }
        long window = singleSegment ? number(size, sizeLength) : window(unit[5] & 0xff);
        if (window < 0 || window > MAX_WINDOW) {
            throw new InputException(
                    "zstd-compressed with a window larger than 8 MiB (--long, --ultra); pipe it: zstd -dc"
                            + " --long=31 FILE | analyzer -");
        }
        unit[4] = (byte) (descriptor & ~CHECKSUM);
        limit = size + sizeLength;
        hash = (descriptor & CHECKSUM) == 0 ? null : new XxHash64();
        inFrame = true;
    }

    private static long window(int description) {
        long base = 1L << 10 + (description >> 3);
        return base + base / 8 * (description & 7);
    }

    /** Checks the frame that is handed over if a checksum follows it. */
    private void checkHash() throws IOException {
        if (hash != null) {
            int actual = (int) hash.value();
            hash = null;
            readFully(0, 4);
            if ((int) number(0, 4) != actual) {
                throw new ZipException("wrong zstd checksum");
            }
        }
    }

    private void readFully(int offset, int length) throws IOException {
        if (in.readNBytes(unit, offset, length) < length) {
            throw cutShort();
        }
    }

    private static EOFException cutShort() {
        return new EOFException("the zstd data ends too early");
    }

    /** The number that some bytes are, the lowest first. */
    private long number(int offset, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | unit[offset + i] & 0xff;
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
