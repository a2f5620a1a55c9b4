package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTableTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 1_000})
    void holdsExactlyTheNamesItWasGiven(int size) {
        List<String> names =
                IntStream.range(0, size).mapToObj(i -> "CODE_NUMBER_" + i).toList();
        SymbolTable table = new SymbolTable(names);

        assertThat(names).allMatch(name -> table.contains(name, 0, name.length()));
        assertThat(IntStream.range(size, 2 * size).mapToObj(i -> "CODE_NUMBER_" + i))
                .noneMatch(name -> table.contains(name, 0, name.length()));
    }

    @Test
    void namesWithTheSameHashAreToldApart() {
        SymbolTable table = new SymbolTable(List.of("CODE_AaAa", "CODE_BBBB"));

        assertThat("CODE_AaAa").hasSameHashCodeAs("CODE_AaBB");
        assertThat(table.contains("CODE_AaAa", 0, 9)).isTrue();
        assertThat(table.contains("CODE_BBBB", 0, 9)).isTrue();
        assertThat(table.contains("CODE_AaBB", 0, 9)).isFalse();
    }

    @Test
    void asksAboutAStretchOfText() {
        SymbolTable table = new SymbolTable(List.of("UNKNOWN"));

        assertThat(table.contains("[UNKNOWN]", 1, 8)).isTrue();
        assertThat(table.contains("[UNKNOWN]", 0, 8)).isFalse();
        assertThat(table.contains("[UNKNOWN]", 1, 9)).isFalse();
    }

    @Test
    void nameGivenTwiceIsHeldOnce() {
        SymbolTable table = new SymbolTable(List.of("UNKNOWN", "UNKNOWN"));

        assertThat(table.contains("UNKNOWN", 0, 7)).isTrue();
        assertThat(table.contains("ABORTED", 0, 7)).isFalse();
    }

    @Test
    void emptyTableHoldsNothing() {
        assertThat(new SymbolTable(List.of()).contains("UNKNOWN", 0, 7)).isFalse();
    }
}
