package io.github.bkerrcode.scan.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time, in a {@code long}. */
final class WordCodeBytes implements CodeBytes {

    /*
     * Arithmetic on a whole word: adding 0x80 - c to the low seven bits of a byte carries into its top bit where they are at least c, so
     * two additions tell a range, and no byte disturbs its neighbour. One multiplication moves the eight top bits together.
     */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long TOP_BITS = ~LOW_BITS;
    private static final long FROM_0 = 0x5050505050505050L;
    private static final long BEHIND_9 = 0x4646464646464646L;
    private static final long FROM_A = 0x3F3F3F3F3F3F3F3FL;
    private static final long BEHIND_Z = 0x2525252525252525L;
    private static final long FROM_UNDERSCORE = 0x2121212121212121L;
    private static final long BEHIND_UNDERSCORE = 0x2020202020202020L;

    /** Moves the top bit of byte i to bit 56 + i. */
    private static final long GATHER = 0x0002040810204081L;

    @Override
    public long mask(byte[] block, int from) {
        long mask = 0;
        for (int offset = 0; offset < WIDTH; offset += Long.BYTES) {
            long word = (long) WORDS.get(block, from + offset);
            long low = word & LOW_BITS;
            long inRange = (low + FROM_0) & ~(low + BEHIND_9)
                    | (low + FROM_A) & ~(low + BEHIND_Z)
                    | (low + FROM_UNDERSCORE) & ~(low + BEHIND_UNDERSCORE);
            mask |= ((inRange & ~word & TOP_BITS) * GATHER >>> 56) << offset;
        }
        return mask;
    }
}
