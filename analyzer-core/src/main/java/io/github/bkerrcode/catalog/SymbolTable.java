package io.github.bkerrcode.catalog;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A set of names that can be asked about a stretch of text without cutting it out. Immutable. */
final class SymbolTable {

    /*
     * Open addressing with linear probing over a power of two, at most half full, so a miss ends after a step or two.
     */
    private final @Nullable String[] slots;

    SymbolTable(Collection<String> names) {
        slots = new String[Integer.highestOneBit(Math.max(1, names.size())) * 4];
        for (String name : names) {
            int slot = slotOf(name, 0, name.length());
            slots[slot] = name;
        }
    }

    boolean contains(CharSequence text, int start, int end) {
        return slots[slotOf(text, start, end)] != null;
    }

    /** The slot that holds the name, or the empty one where it would go. */
    private int slotOf(CharSequence text, int start, int end) {
        int mask = slots.length - 1;
        int slot = hash(text, start, end) & mask;
        while (true) {
            String name = slots[slot];
            if (name == null || matches(name, text, start, end)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
    }

    private static int hash(CharSequence text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash ^ hash >>> 16;
    }

    private static boolean matches(String name, CharSequence text, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != text.charAt(start + i)) {
                return false;
            }
        }
        return true;
    }
}
