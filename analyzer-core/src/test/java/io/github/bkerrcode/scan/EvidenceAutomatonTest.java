package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceAutomatonTest {

    private static final String ALPHABET = "aAb1 -";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void textBehindMatchesWhereJavasRegexFindsItAtTheBeginning(long seed) {
        Random random = new Random(seed);
        List<String> patterns = patterns(random, "", "", "", "$", "(?:$|[^A-Za-z0-9_])");
        EvidenceAutomaton automaton = automaton(false, patterns);
        for (int i = 0; i < 60; i++) {
            String text = text(random);
            for (int p = 0; p < patterns.size(); p++) {
                boolean expected = compile(patterns.get(p)).matcher(text).lookingAt();
                assertThat(bit(readForwards(automaton, text), p))
                        .as("%s on [%s]", patterns.get(p), text)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void textInFrontMatchesWhereJavasRegexFindsItAtTheEnd(long seed) {
        Random random = new Random(seed);
        List<String> patterns = patterns(random, "").stream()
                .map(pattern -> switch (random.nextInt(3)) {
                    case 0 -> "^" + pattern;
                    case 1 -> "(?:^|[^A-Za-z0-9_])" + pattern;
                    default -> pattern;
                })
                .toList();
        EvidenceAutomaton automaton = automaton(true, patterns);
        for (int i = 0; i < 60; i++) {
            String text = text(random);
            for (int p = 0; p < patterns.size(); p++) {
                boolean expected =
                        compile("(?:" + patterns.get(p) + ")\\z").matcher(text).find();
                assertThat(bit(readBackwards(automaton, text), p))
                        .as("%s on [%s]", patterns.get(p), text)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void matchAfterEachCharacterIsThatOfTheTextUpToThere(long seed) {
        Random random = new Random(seed);
        List<String> patterns = patterns(random, "");
        EvidenceAutomaton automaton = automaton(false, patterns);
        for (int i = 0; i < 60; i++) {
            String text = text(random);
            EvidenceAutomaton.State state = automaton.start();
            for (int end = 0; end <= text.length(); end++) {
                for (int p = 0; p < patterns.size(); p++) {
                    assertThat(bit(state.matches(), p))
                            .as("%s on [%s]", patterns.get(p), text.substring(0, end))
                            .isEqualTo(compile(patterns.get(p))
                                    .matcher(text.substring(0, end))
                                    .matches());
                }
                state = end < text.length() ? automaton.step(state, text.charAt(end)) : state;
            }
        }
    }

    @Test
    void eachOf64PatternsHasABitOfItsOwn() {
        List<String> patterns = new ArrayList<>();
        for (int i = 0; i < EvidenceAutomaton.MAX_PATTERNS; i++) {
            patterns.add(String.valueOf((char) ('一' + i)));
        }
        EvidenceAutomaton automaton = automaton(false, patterns);

        for (int i = 0; i < EvidenceAutomaton.MAX_PATTERNS; i++) {
            assertThat(automaton.step(automaton.start(), '一' + i).matches()).isEqualTo(1L << i);
        }
    }

    @Test
    void samePatternTwiceSetsBothBits() {
        assertThat(readForwards(automaton(false, List.of("a", "b", "a")), "a")).isEqualTo(0b101);
    }

    @Test
    void emptyPatternMatchesBeforeAnythingIsRead() {
        EvidenceAutomaton automaton = automaton(false, List.of("", "a*", "a"));

        assertThat(automaton.start().matches()).isEqualTo(0b011);
    }

    @Test
    void stateIsDeadOnceNothingCanAddAMatch() {
        EvidenceAutomaton automaton = automaton(false, List.of("ab", "ac"));
        EvidenceAutomaton.State afterA = automaton.step(automaton.start(), 'a');

        assertThat(automaton.start().alive()).isNotZero();
        assertThat(afterA.alive()).isNotZero();
        assertThat(automaton.step(afterA, 'x').alive()).isZero();
        assertThat(automaton.step(afterA, EvidenceAutomaton.EDGE).alive()).isZero();
    }

    @Test
    void edgeIsNoCharacter() {
        EvidenceAutomaton automaton = automaton(false, List.of(".", "[^a]", "$"));

        assertThat(automaton.step(automaton.start(), EvidenceAutomaton.EDGE).matches())
                .isEqualTo(0b100);
        assertThat(automaton.step(automaton.start(), '\uffff').matches()).isEqualTo(0b011);
    }

    /** Whoever reads is given the edge again and again, so a state that stays alive there would be read for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"$", "a|$", "$*", "(?:$|a)+", "(?:a*$)*b"})
    void nothingIsReadBehindTheEdge(String pattern) {
        EvidenceAutomaton automaton = automaton(false, List.of(pattern));
        EvidenceAutomaton.State atEdge = automaton.step(automaton.start(), EvidenceAutomaton.EDGE);

        assertThat(automaton.step(atEdge, EvidenceAutomaton.EDGE).alive()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a+?, false", "'a{2}?', false", "a*?, true", "a??, true"})
    void lazyRepeatMatchesTheSameTextsAsAGreedyOne(String pattern, boolean matchesEmpty) {
        assertThat(automaton(false, List.of(pattern)).start().matches() == 1).isEqualTo(matchesEmpty);
    }

    @Test
    void textReadTwiceNeedsNoFurtherStates() {
        EvidenceAutomaton automaton = automaton(false, List.of("(?:a|b)*1", "[^-]*-", "a{2,5}b"));
        readForwards(automaton, "abab1aaab-");
        int states = automaton.stateCount();

        readForwards(automaton, "abab1aaab-");

        assertThat(automaton.stateCount()).isEqualTo(states);
    }

    @Test
    void charactersThatNoPatternTellsApartShareAState() {
        EvidenceAutomaton automaton = automaton(false, List.of("[a-z]+1"));

        assertThat(automaton.step(automaton.start(), 'a')).isSameAs(automaton.step(automaton.start(), 'z'));
    }

    @Test
    void patternWithMoreStatesThanAreRememberedIsStillDecidedRightly() {
        EvidenceAutomaton automaton = automaton(false, List.of("[ab]*a[ab]{17}"));
        String text = randomLetters(60_000);
        EvidenceAutomaton.State state = automaton.start();
        for (int i = 0; i < text.length(); i++) {
            state = automaton.step(state, text.charAt(i));
            boolean expected = i >= 17 && text.charAt(i - 17) == 'a';
            assertThat(state.matches() == 1).isEqualTo(expected);
        }

        assertThat(automaton.stateCount()).isEqualTo(20_000);
    }

    /** Otherwise memory grows with every new text, though no state is counted. */
    @Test
    void statesBeyondTheLimitAreNotKept() {
        EvidenceAutomaton automaton = automaton(false, List.of("[ab]*a[ab]{17}"));
        String text = randomLetters(60_000);
        lastState(automaton, text);

        assertThat(automaton.stateCount()).isEqualTo(20_000);
        assertThat(IntStream.range(0, 100).mapToObj(i -> text.substring(59_000 + i, 59_100 + i)))
                .anySatisfy(part -> assertThat(lastState(automaton, part)).isNotSameAs(lastState(automaton, part)));
    }

    @Test
    void threadsThatShareAnAutomatonAgree() throws InterruptedException, ExecutionException {
        List<String> patterns = patterns(new Random(31), "", "$");
        List<String> texts = new ArrayList<>();
        Random random = new Random(32);
        for (int i = 0; i < 500; i++) {
            texts.add(text(random));
        }
        List<Long> expected = readAll(automaton(false, patterns), texts);

        EvidenceAutomaton shared = automaton(false, patterns);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Long>>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(threads.submit(() -> readAll(shared, texts)));
            }
            for (Future<List<Long>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> readAll(EvidenceAutomaton automaton, List<String> texts) {
        return texts.stream().map(text -> readForwards(automaton, text)).toList();
    }

    /** What matched anywhere on the way from the beginning to the end, as rules are asked. */
    private static long readForwards(EvidenceAutomaton automaton, String text) {
        EvidenceAutomaton.State state = automaton.start();
        long matches = state.matches();
        for (int i = 0; i <= text.length(); i++) {
            state = automaton.step(state, i < text.length() ? text.charAt(i) : EvidenceAutomaton.EDGE);
            matches |= state.matches();
        }
        return matches;
    }

    private static long readBackwards(EvidenceAutomaton automaton, String text) {
        return readForwards(automaton, new StringBuilder(text).reverse().toString());
    }

    private static EvidenceAutomaton.State lastState(EvidenceAutomaton automaton, String text) {
        EvidenceAutomaton.State state = automaton.start();
        for (int i = 0; i < text.length(); i++) {
            state = automaton.step(state, text.charAt(i));
        }
        return state;
    }

    private static EvidenceAutomaton automaton(boolean backwards, List<String> patterns) {
        return new EvidenceAutomaton(patterns.stream().map(PatternParser::parse).toList(), backwards);
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL);
    }

    private static boolean bit(long matches, int index) {
        return (matches >> index & 1) == 1;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(9); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String randomLetters(int length) {
        Random random = new Random(41);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextBoolean() ? 'a' : 'b');
        }
        return text.toString();
    }

    private static List<String> patterns(Random random, String... endings) {
        List<String> patterns = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            patterns.add(choice(random, 3) + endings[random.nextInt(endings.length)]);
        }
        return patterns;
    }

    private static String choice(Random random, int depth) {
        StringBuilder pattern = new StringBuilder("(?:").append(sequence(random, depth));
        for (int more = random.nextInt(3); more > 0; more--) {
            pattern.append('|').append(random.nextInt(8) == 0 ? "" : sequence(random, depth));
        }
        return pattern.append(')').toString();
    }

    private static String sequence(Random random, int depth) {
        StringBuilder pattern = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            pattern.append(atom(random, depth)).append(repeat(random));
        }
        return pattern.toString();
    }

    private static String atom(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0, 1, 2 -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            case 3 -> "[a1]";
            case 4 -> "[^ab]";
            case 5 -> "[A-Za\\d-]";
            case 6 -> "(?i:a[b1])";
            case 7 -> new String[] {"\\d", "\\w", "\\s", "\\D", "\\W", "\\S"}[random.nextInt(6)];
            case 8 -> ".";
            case 9 -> "(" + sequence(random, depth - 1) + ")";
            default -> choice(random, depth - 1);
        };
    }

    private static String repeat(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "?";
            case 1 -> "*";
            case 2 -> "+";
            case 3 -> "{2}";
            case 4 -> "{0,2}";
            case 5 -> "{1,}";
            default -> "";
        };
    }
}
