package io.github.bkerrcode.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaskPlanTest {

    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void manySmallFilesShareATask() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            pieces.add(file(i, 10_000));
        }

        assertThat(TaskPlan.pack(pieces, 128 * MEBIBYTE)).hasSizeBetween(8, 10);
    }

    @Test
    void emptyFilesDoNotAllFallIntoOneTask() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            pieces.add(file(i, 0));
        }

        assertThat(TaskPlan.pack(pieces, 128 * MEBIBYTE)).hasSizeBetween(7, 9);
    }

    @Test
    void whatIsTooBigIsAloneAndComesFirst() {
        List<List<Piece>> tasks = TaskPlan.pack(
                List.of(file(1, 10), file(2, 900 * MEBIBYTE), file(3, 10), file(4, 300 * MEBIBYTE)), 128 * MEBIBYTE);

        assertThat(tasks).hasSize(3);
        assertThat(tasks.get(0)).extracting(Piece::length).containsExactly(900 * MEBIBYTE);
        assertThat(tasks.get(1)).extracting(Piece::length).containsExactly(300 * MEBIBYTE);
    }

    @Test
    void everyPieceIsInOneTask() {
        Random random = new Random(7);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            pieces.add(file(i, random.nextInt(1 << (1 + random.nextInt(28)))));
        }

        List<List<Piece>> tasks = TaskPlan.pack(pieces, 64 * MEBIBYTE);

        assertThat(tasks.stream().flatMap(List::stream).toList()).containsExactlyInAnyOrderElementsOf(pieces);
        assertThat(tasks)
                .allSatisfy(task -> assertThat(task.size() == 1
                                || task.stream().mapToLong(Piece::length).sum() <= 64 * MEBIBYTE)
                        .isTrue());
    }

    @Test
    void nothingIsNoTask() {
        assertThat(TaskPlan.pack(List.of(), 1_000)).isEmpty();
    }

    private static Piece file(int number, long size) {
        return Piece.whole(new LogFile(number + ".log", URI.create("file:/" + number + ".log"), size, 0));
    }
}
