package io.github.bkerrcode.cli.batch;

import io.github.bkerrcode.scan.internal.CodeRuns;
import io.github.bkerrcode.vector.VectorCodeRuns;

/** Chooses how runs of code bytes are found. */
final class Kernel {

    /** Before this, the JDK's vectors are slower than words. */
    private static final int FAST_VECTORS_SINCE = 25;

    private Kernel() {}

    /** Returns vectors where the Java that runs has them, switched on and fast; else words. */
    static CodeRuns fastest() {
        boolean switchedOn =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return switchedOn && Runtime.version().feature() >= FAST_VECTORS_SINCE
                ? new VectorCodeRuns()
                : CodeRuns.words();
    }
}
