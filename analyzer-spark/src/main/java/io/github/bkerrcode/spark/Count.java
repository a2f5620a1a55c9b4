package io.github.bkerrcode.spark;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.summary.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What some tasks have counted. It travels as bytes and becomes a tally again only where one is merged into another, since reading it
 * takes a catalog. Not safe for several threads.
 */
final class Count implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient @Nullable Tally tally;
    private transient @Nullable PartLines parts;
    private byte @Nullable [] sent;

    /** Returns the tally, which can be counted on. */
    Tally tally(CodeLookup lookup) {
        open(lookup);
        return Objects.requireNonNull(tally);
    }

    /** Returns what became of parts of files. */
    PartLines parts(CodeLookup lookup) {
        open(lookup);
        return Objects.requireNonNull(parts);
    }

    /** Adds another count to this one. */
    Count add(Count other, CodeLookup lookup) {
        tally(lookup).merge(other.tally(lookup));
        parts(lookup).addAll(other.parts(lookup));
        return this;
    }

    private void open(CodeLookup lookup) {
        if (tally != null) {
            return;
        }
        if (sent == null) {
            tally = new Tally(lookup);
            parts = new PartLines();
            return;
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(sent));
            tally = Tally.read(in, lookup);
            parts = PartLines.read(in);
            sent = null;
        } catch (IOException e) {
            throw new IllegalStateException("a count cannot be read: " + e.getMessage(), e);
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        if (tally != null && parts != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(bytes);
            tally.write(data);
            parts.write(data);
            out.writeObject(bytes.toByteArray());
        } else {
            out.writeObject(sent);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        sent = (byte[]) in.readObject();
    }
}
