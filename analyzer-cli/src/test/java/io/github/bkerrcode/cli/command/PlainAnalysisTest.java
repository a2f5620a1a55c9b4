package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAnalysisTest {

    @Test
    void pathsAloneArePlain() {
        assertThat(plain("a.log", "logs dir", "-"))
                .isEqualTo(new PlainAnalysis(List.of("a.log", "logs dir", "-"), null));
    }

    @Test
    void outputMayStandAnywhereAndInBothSpellings() {
        PlainAnalysis expected = new PlainAnalysis(List.of("a", "b"), Path.of("x.json"));
        assertThat(plain("a", "b", "-o", "x.json")).isEqualTo(expected);
        assertThat(plain("--output", "x.json", "a", "b")).isEqualTo(expected);
        assertThat(plain("a", "-o", "x.json", "b")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-o x.json",
                "a -o",
                "a -o x.json -o y.json",
                "a -o x.json --output x.json",
                "a -o -",
                "a -o --help",
                "a -o @x",
                "a -ox.json",
                "a --output=x.json",
                "a --lang en",
                "a --help",
                "a -h",
                "-- a",
                "@arguments",
                "a @arguments"
            })
    void everythingElseIsForTheOptionParser(String arguments) {
        assertThat(plain(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isNull();
    }

    @Test
    void emptyArgumentsAreForTheOptionParser() {
        assertThat(plain("a", "")).isNull();
        assertThat(plain("a", "-o", "")).isNull();
    }

    private static @Nullable PlainAnalysis plain(String... arguments) {
        return PlainAnalysis.of(Arrays.asList(arguments));
    }
}
