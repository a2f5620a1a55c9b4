package io.github.bkerrcode.scan.internal;

/** Counts line feeds while bytes are looked at for codes. Not safe for use by several threads: each has its own. */
public final class LineFeedCount {

    private int count;

    /** Creates a count of none. */
    public LineFeedCount() {}

    /** Adds so many. */
    public void add(int more) {
        count += more;
    }

    int get() {
        return count;
    }

    void set(int lineFeeds) {
        count = lineFeeds;
    }
}
