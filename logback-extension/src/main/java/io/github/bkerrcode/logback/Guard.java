package io.github.bkerrcode.logback;

import ch.qos.logback.core.spi.ContextAware;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps failures of ours away from the application, and says the first one. Safe for use by several threads. */
final class Guard {

    private final ContextAware owner;
    private final String message;
    private final AtomicBoolean said = new AtomicBoolean();

    /**
     * Creates a guard.
     *
     * @param owner whose status is added
     * @param message what failed, and what happens instead
     */
    Guard(ContextAware owner, String message) {
        this.owner = owner;
        this.message = message;
    }

    /** A guard for finding and explaining codes. */
    static Guard ofExplaining(ContextAware owner, String consequence) {
        return new Guard(owner, "Explaining error codes failed; " + consequence);
    }

    /**
     * Takes a failure.
     *
     * @throws VirtualMachineError if it is one after which nothing can be relied on; a stack overflow is none, since it ends with the call
     */
    void caught(Throwable failure) {
        if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
            throw fatal;
        }
        if (said.compareAndSet(false, true)) {
            owner.addError(message + ". Further failures are not reported.", failure);
        }
    }
}
