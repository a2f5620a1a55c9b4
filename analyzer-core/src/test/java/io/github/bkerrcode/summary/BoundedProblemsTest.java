package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.summary.Summary.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedProblemsTest {

    private final BoundedProblems problems = new BoundedProblems();

    @Test
    void asManyAsFitAreListedInOrder() {
        List<Problem> said = tooLong("a.log", BoundedProblems.MAX_PROBLEMS);
        List<Problem> shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(problems::add);

        assertThat(problems.listWith(null)).isEqualTo(said);
    }

    @Test
    void oneTooManyIsSaidLast() {
        List<Problem> said = tooLong("a.log", BoundedProblems.MAX_PROBLEMS);
        problems.add(new Problem("b.log", 1, "too long", false));
        said.forEach(problems::add);

        assertThat(problems.listWith(null))
                .hasSize(BoundedProblems.MAX_PROBLEMS + 1)
                .startsWith(said.toArray(Problem[]::new))
                .endsWith(new Problem("b.log", 0, "1 more problem is not listed", false));
    }

    @Test
    void restNamesItsFirstInputAndCountsRepetitions() {
        problems.add(new Problem("c.log", 1, "too long", false));
        tooLong("a.log", BoundedProblems.MAX_PROBLEMS).forEach(problems::add);
        problems.add(new Problem("b.log", 1, "too long", false));
        problems.add(new Problem("b.log", 1, "too long", false));

        assertThat(problems.listWith(null))
                .endsWith(
                        new Problem("b.log", 0, "3 more problems, of this input or later ones, are not listed", false));
    }

    @Test
    void repetitionsTakeNoRoom() {
        for (int i = 0; i < 3; i++) {
            tooLong("a.log", BoundedProblems.MAX_PROBLEMS).forEach(problems::add);
        }

        assertThat(problems.listWith(null)).isEqualTo(tooLong("a.log", BoundedProblems.MAX_PROBLEMS));
    }

    @Test
    void incompleteInputIsListedHoweverManyOtherProblemsComeBeforeIt() {
        tooLong("a.log", BoundedProblems.MAX_PROBLEMS * 2).forEach(problems::add);
        problems.add(new Problem("z.log", 0, "no such file", true));

        List<Problem> list = problems.listWith(null);

        assertThat(list).contains(new Problem("z.log", 0, "no such file", true));
        assertThat(list.get(list.size() - 1))
                .isEqualTo(new Problem(
                        "a.log", 0, "1001 more problems, of this input or later ones, are not listed", false));
    }

    @Test
    void restThatHasIncompleteInputIsIncomplete() {
        IntStream.rangeClosed(0, BoundedProblems.MAX_PROBLEMS)
                .forEach(i -> problems.add(new Problem("gone-" + i, 0, "no such file", true)));

        assertThat(problems.listWith(null)).endsWith(new Problem("gone-999", 0, "1 more problem is not listed", true));
    }

    @Test
    void furtherProblemIsPutInOrderAndNotKept() {
        Problem further = new Problem("a.log", 0, "further", false);
        problems.add(new Problem("b.log", 1, "too long", false));

        assertThat(problems.listWith(further)).startsWith(further).hasSize(2);
        assertThat(problems.listWith(null)).doesNotContain(further);
    }

    @Test
    void movingDownKeepsProblemsWithoutALineWhereTheyAre() {
        problems.add(new Problem("a.log", 0, "cut short", true));
        problems.add(new Problem("a.log", 7, "too long", false));

        problems.renumber((file, line) -> line + 100);

        assertThat(problems.listWith(null))
                .containsExactly(
                        new Problem("a.log", 0, "cut short", true), new Problem("a.log", 107, "too long", false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void orderOfAdditionsAndMergesMakesNoDifference(long seed) {
        Random random = new Random(seed);
        List<Problem> said = new ArrayList<>();
        int inputs = 1 + random.nextInt(9);
        int incomplete = random.nextInt(2_000);
        for (int i = 0; i < 4_000; i++) {
            boolean isIncomplete = random.nextInt(2_000) < incomplete;
            said.add(new Problem("input-" + random.nextInt(inputs), random.nextInt(300), "bad", isIncomplete));
        }
        said.forEach(problems::add);
        Collections.shuffle(said, random);
        List<BoundedProblems> parts = new ArrayList<>();
        int count = 2 + random.nextInt(10);
        IntStream.range(0, count).forEach(i -> parts.add(new BoundedProblems()));
        said.forEach(problem -> parts.get(random.nextInt(count)).add(problem));

        while (parts.size() > 1) {
            BoundedProblems from = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(from);
        }

        assertThat(parts.get(0).listWith(null)).isEqualTo(problems.listWith(null));
    }

    @Test
    void partsOfOneInputMovedDownSayWhatTheWholeSays() {
        tooLong("a.log", 3_000).forEach(problems::add);
        BoundedProblems first = new BoundedProblems();
        tooLong("a.log", 1_200).forEach(first::add);
        BoundedProblems second = new BoundedProblems();
        tooLong("a.log", 1_800).forEach(second::add);

        second.renumber((file, line) -> line + 1_200);
        second.merge(first);

        assertThat(second.listWith(null)).isEqualTo(problems.listWith(null));
    }

    private static List<Problem> tooLong(String file, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> new Problem(file, line, "too long", false))
                .toList();
    }
}
