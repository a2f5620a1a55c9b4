package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharClassesTest {

    @Test
    void charactersThatNoSetTellsApartShareAClass() {
        CharClasses classes = CharClasses.separating(List.of(CharSet.DIGIT, CharSet.WORD));

        assertThat(classes.count()).isEqualTo(3);
        assertThat(classes.classOf()['0']).isEqualTo(classes.classOf()['9']);
        assertThat(classes.classOf()['a']).isEqualTo(classes.classOf()['_']).isNotEqualTo(classes.classOf()['0']);
        assertThat(classes.classOf()[' ']).isEqualTo(classes.classOf()[CharSet.LAST]);
    }

    @Test
    void withoutSetsThereIsOneClass() {
        assertThat(CharClasses.separating(List.of()).count()).isEqualTo(1);
    }

    @Test
    void classSaysForEachSetWhetherItsCharactersBelongToIt() {
        Random random = new Random(17);
        for (int round = 0; round < 20; round++) {
            List<CharSet> sets = new ArrayList<>(List.of(CharSet.ANY, CharSet.EMPTY, CharSet.SPACE.complement()));
            for (int i = random.nextInt(80); i > 0; i--) {
                int from = random.nextInt(CharSet.LAST + 1);
                CharSet set = CharSet.of(from, Math.min(CharSet.LAST, from + random.nextInt(300)));
                sets.add(random.nextBoolean() ? set : set.union(CharSet.DIGIT).complement());
            }
            CharClasses classes = CharClasses.separating(sets);
            for (int c = 0; c <= CharSet.LAST; c += 1 + random.nextInt(40)) {
                for (int i = 0; i < sets.size(); i++) {
                    assertThat(classes.setsOf(classes.classOf()[c]).get(i))
                            .isEqualTo(sets.get(i).contains(c));
                }
            }
        }
    }
}
