package io.github.bkerrcode.input;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadAheadStreamTest {

    @Test
    void contentPassesUnchanged() throws IOException {
        byte[] content = new byte[5_000_000];
        new Random(5).nextBytes(content);
        try (InputStream in = ReadAheadStream.over(new ByteArrayInputStream(content))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void emptyStreamIsEmptyHoweverOftenItIsAsked() throws IOException {
        try (InputStream in = ReadAheadStream.over(InputStream.nullInputStream())) {
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[4])).isEqualTo(-1);
            assertThat(in.read(new byte[0])).isZero();
        }
    }

    @Test
    void whatMakesOpeningFailIsThrownByTheReader() throws IOException {
        try (InputStream in = ReadAheadStream.over(() -> {
            throw new IOException("locked");
        })) {
            assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("locked");
        }
    }

    @Test
    void endWakesTheReaderHoweverOftenItIsAskedFor() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (ReadAheadStream in = ReadAheadStream.over(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return InputStream.nullInputStream();
        })) {
            for (int i = 0; i < 20; i++) {
                in.end();
            }
            assertThatThrownBy(in::read).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void singleBytesComeUnsigned() throws IOException {
        try (InputStream in = ReadAheadStream.over(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF, 0}))) {
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.read()).isEqualTo(0xFF);
            assertThat(in.read()).isZero();
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void readHandsOverNoMoreThanIsWanted() throws IOException {
        try (InputStream in = ReadAheadStream.over(new ByteArrayInputStream("abcdef".getBytes(US_ASCII)))) {
            byte[] target = "......".getBytes(US_ASCII);
            assertThat(in.read(target, 1, 2)).isEqualTo(2);
            assertThat(target).asString().isEqualTo(".ab...");
            assertThat(in.available()).isEqualTo(4);
        }
    }

    @Test
    void failureComesAfterWhatWasReadBeforeAndComesAgain() throws IOException {
        try (InputStream in = ReadAheadStream.over(failingAfter(1_000_000, new IOException("disk on fire")))) {
            assertThat(in.readNBytes(1_000_000)).hasSize(1_000_000);
            assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("disk on fire");
            assertThatThrownBy(() -> in.read(new byte[8]))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk on fire");
        }
    }

    @Test
    void failureOfAProgramIsHandedOnToo() throws IOException {
        try (InputStream in = ReadAheadStream.over(failingAfter(3, new IllegalStateException("a bug")))) {
            assertThat(in.readNBytes(3)).hasSize(3);
            assertThatThrownBy(in::read)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a bug");
        }
    }

    @Test
    void readerThatStopsEarlyEndsTheThreadWhichClosesTheStream() throws Exception {
        Endless endless = new Endless();
        InputStream in = ReadAheadStream.over(endless);
        assertThat(in.read()).isZero();
        in.close();
        assertThat(endless.closed.await(1, TimeUnit.MINUTES)).isTrue();
        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("the stream is closed");
    }

    @Test
    void noMoreIsReadAheadThanTheBuffersHold() throws Exception {
        Endless endless = new Endless();
        InputStream in = ReadAheadStream.over(endless);
        assertThat(in.readNBytes(10_000_000)).hasSize(10_000_000);
        in.close();
        assertThat(endless.closed.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(endless.read.get()).isBetween(10_000_000L, 10_000_000L + 5 * 256 * 1024);
    }

    @Test
    void endIsTheEndOfTheStreamToo() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream in = ReadAheadStream.over(new ByteArrayInputStream(new byte[10]) {
            @Override
            public void close() {
                closed.countDown();
            }
        });
        assertThat(in.readAllBytes()).hasSize(10);
        assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void interruptedReaderStopsAndStaysInterrupted() throws IOException {
        try (PipedOutputStream silent = new PipedOutputStream();
                InputStream in = ReadAheadStream.over(new PipedInputStream(silent))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(in::read).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static InputStream failingAfter(int length, Exception failure) {
        return new SequenceInputStream(new ByteArrayInputStream(new byte[length]), new InputStream() {
            @Override
            public int read() throws IOException {
                if (failure instanceof IOException e) {
                    throw e;
                }
                throw (RuntimeException) failure;
            }

            @Override
            public int read(byte[] target, int offset, int wanted) throws IOException {
                return read();
            }
        });
    }

    /** Zeros without end. */
    private static final class Endless extends InputStream {

        private final AtomicLong read = new AtomicLong();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() {
            read.incrementAndGet();
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            read.addAndGet(length);
            return length;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
