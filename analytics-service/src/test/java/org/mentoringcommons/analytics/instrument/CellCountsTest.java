package org.mentoringcommons.analytics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellCountsTest {

    private static final Structure STRUCTURE = new Structure(
            List.of(
                    new Likert("before the pairs", 5),
                    new ThenNow("a", 7),
                    new ThenNow("b", 7),
                    new ThenNow("c", 5),
                    new ThenNow("d", 7)),
            List.of(
                    new Scale("ab", List.of("a", "b"), Missing.COMPLETE),
                    new Scale("all", List.of("d", "c", "b", "a"), Missing.COMPLETE)));

    @RepeatedTest(10)
    void cells_are_what_looking_at_each_person_gives(RepetitionInfo repetition) {
        for (Structure structure : List.of(STRUCTURE, STRUCTURE.scoredBy(Missing.HALF))) {
            List<byte[]> people = people(structure, new Random(repetition.getCurrentRepetition()), 200);
            CellCounts counts = counted(structure, people);

            Map<String, Long> expected = new TreeMap<>();
            for (byte[] person : people) {
                Answers answers = structure.unpack(person);
                for (String item : List.of("a", "b", "c", "d")) {
                    expected.merge(item + answers.pair(item).orElse(new Answer.Pair(0, 0)), 1L, Long::sum);
                }
                structure.scales().forEach(scale -> answers.sums(scale)
                        .ifPresent(sums -> expected.merge(scale.key() + sums, 1L, Long::sum)));
            }
            assertThat(cells(counts)).isEqualTo(expected);
            assertThat(counts.people()).isEqualTo(200);
        }
    }

    @RepeatedTest(10)
    void changes_packed_apart_add_up_to_everybody_packed_at_once_bit_for_bit(RepetitionInfo repetition) {
        for (Structure structure : List.of(STRUCTURE, STRUCTURE.scoredBy(Missing.HALF))) {
            Random random = new Random(repetition.getCurrentRepetition());
            List<byte[]> staying = people(structure, random, 100);
            List<byte[]> leaving = people(structure, random, 30);
            CellCounts folded = new CellCounts(structure);
            for (List<byte[]> part : List.of(leaving, staying.subList(0, 37), staying.subList(37, 100))) {
                folded.add(counted(structure, part).packed());
            }
            CellCounts taken = CellCounts.ofFew(structure);
            leaving.forEach(person -> taken.takeAway(person, 0));
            folded.add(taken.packed());

            assertThat(folded.packed()).isEqualTo(counted(structure, staying).packed());
            assertThat(folded.isImpossible()).isFalse();
        }
    }

    @Test
    void nothing_is_left_when_all_are_taken_away_and_fewer_than_nobody_is_noticed() {
        byte[] person = people(STRUCTURE, new Random(1), 1).get(0);
        CellCounts counts = new CellCounts(STRUCTURE);
        counts.add(person, 0);
        assertThat(counts.isNothing()).isFalse();
        counts.takeAway(person, 0);
        assertThat(counts.isNothing()).isTrue();
        counts.takeAway(person, 0);
        assertThat(counts.isImpossible()).isTrue();
    }

    @Test
    void counts_beyond_a_long_are_refused_and_never_wrong() {
        byte[] person = people(STRUCTURE, new Random(1), 1).get(0);
        CellCounts counts = new CellCounts(STRUCTURE);
        counts.add(person, 0);
        for (int doublings = 0; doublings < 62; doublings++) {
            counts.add(counts.packed());
        }
        assertThat(counts.people()).isEqualTo(1L << 62);
        byte[] half = counts.packed();

        assertThatThrownBy(() -> counts.add(half)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @EnumSource(Missing.class)
    void what_was_packed_for_another_instrument_is_refused(Missing rule) {
        Structure larger = new Structure(List.of(new ThenNow("x", 255), new ThenNow("y", 255)), List.of());
        byte[] person = {(byte) 255, (byte) 255, (byte) 255, (byte) 255};
        Structure smaller = new Structure(List.of(new ThenNow("x", 7)), List.of()).scoredBy(rule);
        byte[] packed = counted(larger, List.of(person)).packed();

        assertThatThrownBy(() -> new CellCounts(smaller).add(packed)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static CellCounts counted(Structure structure, List<byte[]> people) {
        CellCounts counts = new CellCounts(structure);
        people.forEach(person -> counts.add(person, 0));
        return counts;
    }

    private static Map<String, Long> cells(CellCounts counts) {
        Map<String, Long> cells = new TreeMap<>();
        for (String item : List.of("a", "b", "c", "d")) {
            counts.item(item, (pair, people) -> cells.put(item + pair, people));
        }
        for (String scale : List.of("ab", "all")) {
            counts.scale(scale, (pair, people) -> cells.put(scale + pair, people));
        }
        return cells;
    }

    private static List<byte[]> people(Structure structure, Random random, int number) {
        List<byte[]> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            byte[] row = new byte[structure.bytes()];
            row[0] = (byte) random.nextInt(6);
            for (int item = 0; item < 4; item++) {
                int points = item == 2 ? 5 : 7;
                if (random.nextInt(4) > 0) {
                    row[1 + 2 * item] = (byte) (1 + random.nextInt(points));
                    row[2 + 2 * item] = (byte) (1 + random.nextInt(points));
                }
            }
            people.add(Arrays.copyOf(row, row.length));
        }
        return people;
    }
}
