package io.github.bkerrcode.batch;

import io.github.bkerrcode.scan.internal.CodeBytes;
import io.github.bkerrcode.vector.VectorCodeBytes;

/** Chooses how code bytes are told from others. */
final class Kernel {

    /** Before this, the JDK's vectors are slower than words. */
    private static final int FAST_VECTORS_SINCE = 25;

    private Kernel() {}

    /** Returns vectors where the Java that runs has them, switched on and fast; else words. */
    static CodeBytes fastest() {
        // To ask for a module takes as long as reading many a log.
        return Runtime.version().feature() >= FAST_VECTORS_SINCE && areVectorsSwitchedOn()
                ? new VectorCodeBytes()
                : CodeBytes.words();
    }

    private static boolean areVectorsSwitchedOn() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
