package io.github.bkerrcode.scan;

/**
 * Takes detections as the scanner confirms them, from left to right. The scanner calls it on the thread that scans and
 * keeps no reference to what it passed. An exception thrown here ends the scan and reaches the caller.
 *
 * <p>To collect the detections of a line, {@link CodeScanner#detect} is shorter.
 */
@FunctionalInterface
public interface DetectionSink {

    /**
     * Takes one detection.
     *
     * @return false to end the scan of this line; nothing is called afterwards
     */
    boolean accept(Detection detection);
}
