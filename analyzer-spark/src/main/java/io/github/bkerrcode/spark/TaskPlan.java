package io.github.bkerrcode.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Packs pieces into tasks of about the same size. What is too big for a task is one of its own; tasks with more to do come first, so
 * that a big file that cannot be cut does not begin when all others are done.
 */
final class TaskPlan {

    /** What opening a file costs, in bytes that could be read meanwhile. */
    private static final long OPENING = 1024 * 1024;

    private TaskPlan() {}

    /**
     * Returns the pieces of each task.
     *
     * @param taskSize about how many bytes a task reads
     */
    static List<List<Piece>> pack(List<Piece> pieces, long taskSize) {
        List<Piece> biggestFirst = new ArrayList<>(pieces);
        biggestFirst.sort(Comparator.comparingLong(Piece::length).reversed());
        List<List<Piece>> tasks = new ArrayList<>();
        List<Piece> task = new ArrayList<>();
        long load = 0;
        for (Piece piece : biggestFirst) {
            long cost = piece.length() + Math.min(OPENING, taskSize / 8);
            if (!task.isEmpty() && load + cost > taskSize) {
                tasks.add(List.copyOf(task));
                task.clear();
                load = 0;
            }
            task.add(piece);
            load += cost;
        }
        if (!task.isEmpty()) {
            tasks.add(List.copyOf(task));
        }
        return tasks;
    }
}
