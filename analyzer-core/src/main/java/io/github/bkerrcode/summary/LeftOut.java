package io.github.bkerrcode.summary;

import org.jspecify.annotations.Nullable;

/** What had no room: how often it occurred, and the first input by name in which it did. */
final class LeftOut {

    private long times;
    private @Nullable String firstInput;

    void add(String input, long occurrences) {
        times += occurrences;
        if (firstInput == null || input.compareTo(firstInput) < 0) {
            firstInput = input;
        }
    }

    void add(LeftOut other) {
        if (other.firstInput != null) {
            add(other.firstInput, other.times);
        }
    }

    long times() {
        return times;
    }

    /** Returns the input's name, or null if nothing was left out. */
    @Nullable
    String firstInput() {
        return firstInput;
    }
}
