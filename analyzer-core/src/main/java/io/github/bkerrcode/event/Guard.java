package io.github.bkerrcode.event;

import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps failures of ours away from the application, and says the first one. Safe for use by several threads. */
public final class Guard {

    private final StatusReporter reporter;
    private final String message;
    private final AtomicBoolean said = new AtomicBoolean();

    /**
     * Creates a guard.
     *
     * @param reporter who is told
     * @param message what failed, and what happens instead
     */
    public Guard(StatusReporter reporter, String message) {
        this.reporter = reporter;
        this.message = message;
    }

    /** Returns a guard for finding and explaining codes. */
    public static Guard ofExplaining(StatusReporter reporter, String consequence) {
        return new Guard(reporter, "Explaining error codes failed; " + consequence);
    }

    /**
     * Takes a failure.
     *
     * @throws VirtualMachineError if it is one after which nothing can be relied on; a stack overflow is none, since it ends with the call
     */
    public void caught(Throwable failure) {
        if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
            throw fatal;
        }
        if (said.compareAndSet(false, true)) {
            say(failure);
        }
    }

    private void say(Throwable failure) {
        try {
            reporter.error(message + ". Further failures are not reported.", failure);
        } catch (RuntimeException | StackOverflowError nobodyListened) {
            // Near the end of the stack not even this can be said; the next failure may find more room.
            said.set(false);
        }
    }
}
