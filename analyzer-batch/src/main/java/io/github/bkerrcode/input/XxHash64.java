package io.github.bkerrcode.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The hash XXH64 with seed 0, of which zstd takes its checksums. */
final class XxHash64 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    /** The sum of the first two, which the compiler would call an overflow. */
    private static final long PRIMES_1_AND_2 = 0x60EA27EEADC0B5D6L;

    private static final int STRIPE = 32;

    private final byte[] rest = new byte[STRIPE];
    private int restLength;
    private long total;
    private long lane1 = PRIMES_1_AND_2;
    private long lane2 = PRIME_2;
    private long lane3;
    private long lane4 = -PRIME_1;

    void update(byte[] bytes, int offset, int length) {
        total += length;
        int position = offset;
        int end = offset + length;
        if (restLength > 0) {
            int added = Math.min(STRIPE - restLength, length);
            System.arraycopy(bytes, position, rest, restLength, added);
            restLength += added;
            position += added;
            if (restLength < STRIPE) {
                return;
            }
            stripes(rest, 0, STRIPE);
        }
        int whole = position + (end - position) / STRIPE * STRIPE;
        stripes(bytes, position, whole);
        restLength = end - whole;
        System.arraycopy(bytes, whole, rest, 0, restLength);
    }

    private void stripes(byte[] bytes, int from, int to) {
        long a = lane1;
        long b = lane2;
        long c = lane3;
        long d = lane4;
        for (int i = from; i < to; i += STRIPE) {
            a = round(a, (long) LONGS.get(bytes, i));
            b = round(b, (long) LONGS.get(bytes, i + 8));
            c = round(c, (long) LONGS.get(bytes, i + 16));
            d = round(d, (long) LONGS.get(bytes, i + 24));
        }
        lane1 = a;
        lane2 = b;
        lane3 = c;
        lane4 = d;
    }

    /** Returns the hash of all bytes so far. */
    long value() {
        long hash = total < STRIPE ? PRIME_5 : mergedLanes();
        hash += total;
        int position = 0;
        for (; position + 8 <= restLength; position += 8) {
            hash ^= round(0, (long) LONGS.get(rest, position));
            hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
        }
        if (position + 4 <= restLength) {
            hash ^= Integer.toUnsignedLong((int) INTS.get(rest, position)) * PRIME_1;
            hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
            position += 4;
        }
        for (; position < restLength; position++) {
            hash ^= (rest[position] & 0xff) * PRIME_5;
            hash = Long.rotateLeft(hash, 11) * PRIME_1;
        }
        hash ^= hash >>> 33;
        hash *= PRIME_2;
        hash ^= hash >>> 29;
        hash *= PRIME_3;
        return hash ^ hash >>> 32;
    }

    private long mergedLanes() {
        long hash = Long.rotateLeft(lane1, 1)
                + Long.rotateLeft(lane2, 7)
                + Long.rotateLeft(lane3, 12)
                + Long.rotateLeft(lane4, 18);
        hash = merge(hash, lane1);
        hash = merge(hash, lane2);
        hash = merge(hash, lane3);
        return merge(hash, lane4);
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }
}
