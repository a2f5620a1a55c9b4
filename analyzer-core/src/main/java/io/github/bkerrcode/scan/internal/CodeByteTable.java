package io.github.bkerrcode.scan.internal;

/** Which bytes codes are made of, one by one; looked up, since this is asked of every byte of every run. */
final class CodeByteTable {

    static final boolean[] IS_CODE = new boolean[256];

    static {
        for (int b = 0; b < 128; b++) {
            IS_CODE[b] = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b == '_';
        }
    }

    private CodeByteTable() {}
}
