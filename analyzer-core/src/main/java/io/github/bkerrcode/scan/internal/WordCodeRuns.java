package io.github.bkerrcode.scan.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time, in a {@code long}. */
final class WordCodeRuns implements CodeRuns {

    /*
     * For each of 64 bytes one bit says whether it is a code byte. Arithmetic on a whole word finds these: adding 0x80 - c to the low
     * seven bits of a byte carries into its top bit where they are at least c, so two additions tell a range, and no byte disturbs its
     * neighbour. One multiplication moves the eight top bits together.
     *
     * In the bits, seven in a row end where the bits shifted by one to six places all meet; shifting by one, two and three is enough. What
     * is shifted in comes from the 64 bytes before. So nothing branches until there is a run.
     */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int STEP = Long.SIZE;
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
    public int next(byte[] block, int from, int to) {
        long before = 0;
        long twoBefore = 0;
        long fourBefore = 0;
        int i = from;
        for (; i + STEP <= to; i += STEP) {
            long ones = 0;
            for (int offset = 0; offset < STEP; offset += Long.BYTES) {
                long word = (long) WORDS.get(block, i + offset);
                long low = word & LOW_BITS;
                long inRange = (low + FROM_0) & ~(low + BEHIND_9)
                        | (low + FROM_A) & ~(low + BEHIND_Z)
                        | (low + FROM_UNDERSCORE) & ~(low + BEHIND_UNDERSCORE);
                ones |= ((inRange & ~word & TOP_BITS) * GATHER >>> 56) << offset;
            }
            long twos = ones & (ones << 1 | before >>> 63);
            long fours = twos & (twos << 2 | twoBefore >>> 62);
            long sevens = fours & (fours << 3 | fourBefore >>> 61);
            if (sevens != 0) {
                return i + Long.numberOfTrailingZeros(sevens) - SHORTEST + 1;
            }
            before = ones;
            twoBefore = twos;
            fourBefore = fours;
        }
        return CodeRuns.nextByBytes(block, i, to, Long.numberOfLeadingZeros(~before));
    }
}
