package org.mentoringcommons.analytics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores as each scale declares them, against the plain definition: the mean of the answered items, in points. */
class ScoringTest {

    private static final int POINTS = 7;
    private static final int PEOPLE = 300;
    private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e");

    static Stream<Scale> everyForm() {
        List<Scale> forms = new ArrayList<>();
        for (Set<String> reverse : List.of(Set.<String>of(), Set.of("b", "e"), Set.copyOf(ITEMS))) {
            forms.add(new Scale("s", ITEMS, Missing.COMPLETE, null, reverse));
            forms.add(new Scale("s", ITEMS, Missing.HALF, null, reverse));
            for (int minimum = 1; minimum <= ITEMS.size(); minimum++) {
                forms.add(new Scale("s", ITEMS, Missing.AT_LEAST, minimum, reverse));
            }
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void scores_of_pairs_are_the_mean_of_the_answered_items_each_counted_from_its_end(Scale scale) {
        Structure structure = new Structure(pairs(), List.of(scale));
        Rating rating = new Rating(scale);
        Map<String, Long> expected = new TreeMap<>();
        CellCounts counts = new CellCounts(structure);
        for (Map<String, int[]> person : people()) {
            byte[] row = structure.pack(packed(person, both -> 0));
            Answers answers = structure.unpack(row);
            OptionalDouble then = plain(scale, person, both -> both[0]);
            OptionalDouble now = plain(scale, person, both -> both[1]);

            rating.read(answers);
            assertThat(rating.hasScore()).isEqualTo(then.isPresent());
            assertThat(answers.sums(scale).isPresent()).isEqualTo(then.isPresent());
            if (then.isPresent()) {
                assertThat(points(scale, rating.thenScore())).isCloseTo(then.getAsDouble(), within(1e-12));
                assertThat(points(scale, rating.nowScore())).isCloseTo(now.getAsDouble(), within(1e-12));
                assertThat(answers.sums(scale)).contains(new Answer.Pair(rating.thenScore(), rating.nowScore()));
                expected.merge(rating.thenScore() + "/" + rating.nowScore(), 1L, Long::sum);
            }
            counts.add(row, 0);
        }

        Map<String, Long> counted = new TreeMap<>();
        counts.scale("s", (pair, people) -> counted.put(pair.then() + "/" + pair.now(), people));
        assertThat(counted).as("counts are scored as rows are").isNotEmpty().isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void scores_of_single_ratings_are_the_same_of_one_rating_an_item(Scale scale) {
        Structure structure = new Structure(once(), List.of(), List.of(scale));
        RatedOnce rated = new RatedOnce(scale);
        int scored = 0;
        for (Map<String, int[]> person : people()) {
            OptionalDouble score = plain(scale, person, both -> both[1]);

            rated.read(structure.unpack(structure.pack(packed(person, both -> both[1]))));

            assertThat(rated.hasScore()).isEqualTo(score.isPresent());
            assertThat(rated.isComplete()).isEqualTo(person.size() == ITEMS.size());
            if (score.isPresent()) {
                assertThat(points(scale, rated.score())).isCloseTo(score.getAsDouble(), within(1e-12));
                scored++;
            }
        }
        assertThat(scored).isPositive();
    }

    @Test
    void nobody_has_a_score_on_a_scale_that_their_version_does_not_have() {
        Map<String, JsonNode> answers = new HashMap<>();
        ITEMS.forEach(item -> answers.put(item, IntNode.valueOf(5)));
        Structure with = new Structure(once(), List.of(), List.of(new Scale("s", ITEMS, Missing.COMPLETE)));
        Structure without = new Structure(once(), List.of(), List.of(new Scale("t", ITEMS, Missing.COMPLETE)));
        Structure fewer = new Structure(once(), List.of(), List.of(new Scale("s", List.of("a"), Missing.COMPLETE)));
        RatedOnce rated = new RatedOnce(with.rated().get(0));

        for (Structure other : List.of(without, fewer)) {
            rated.read(with.unpack(with.pack(answers)));
            assertThat(rated.hasScore()).isTrue();

            rated.read(other.unpack(other.pack(answers)));

            assertThat(rated.hasScore()).isFalse();
            assertThat(rated.isComplete()).isFalse();
            assertThat(rated.ratings()).containsOnly(0);
        }
    }

    @Test
    void the_same_holds_of_pairs_by_whichever_way_they_are_scored() {
        Structure with = new Structure(pairs(), List.of(new Scale("s", ITEMS, Missing.HALF)));
        Structure without = new Structure(pairs(), List.of(new Scale("t", ITEMS, Missing.HALF)));
        Scale scale = with.scales().get(0);
        Rating rating = new Rating(scale);
        Map<String, JsonNode> answers = packed(people().get(0), both -> 0);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(3);

        rating.read(with.unpack(with.pack(answers)));
        assertThat(rating.hasScore()).isTrue();
        rating.read(without.unpack(without.pack(answers)));

        assertThat(rating.hasScore()).isFalse();
        assertThat(rating.then()).containsOnly(0);
        assertThat(without.unpack(without.pack(answers)).sums(scale)).isEmpty();
        assertThat(with.unpack(with.pack(answers)).sums(scale)).isPresent();
    }

    private static List<Item> once() {
        return ITEMS.stream().<Item>map(key -> new Likert(key, POINTS)).toList();
    }

    private static List<Item> pairs() {
        return ITEMS.stream().<Item>map(key -> new ThenNow(key, POINTS)).toList();
    }

    @Test
    void a_scale_that_contradicts_itself_is_refused() {
        List<ToIntFunction<Void>> contradictions = List.of(
                none -> new Scale("s", ITEMS, Missing.AT_LEAST, null, null).least(),
                none -> new Scale("s", ITEMS, Missing.AT_LEAST, 6, null).least(),
                none -> new Scale("s", ITEMS, Missing.AT_LEAST, 0, null).least(),
                none -> new Scale("s", ITEMS, Missing.COMPLETE, 2, null).least(),
                none -> new Scale("s", ITEMS, Missing.COMPLETE, null, Set.of("z")).least());

        assertThat(contradictions).allSatisfy(scale -> assertThatThrownBy(() -> scale.applyAsInt(null))
                .isInstanceOf(IllegalArgumentException.class));
    }

    /** The definition, without anything of what computes it. */
    private static OptionalDouble plain(Scale scale, Map<String, int[]> person, ToIntFunction<int[]> side) {
        int needed =
                switch (scale.missing()) {
                    case COMPLETE -> 5;
                    case HALF -> 3;
                    case AT_LEAST -> scale.minimum();
                };
        return person.size() < needed
                ? OptionalDouble.empty()
                : person.entrySet().stream()
                        .mapToInt(answer -> scale.reverse().contains(answer.getKey())
                                ? 8 - side.applyAsInt(answer.getValue())
                                : side.applyAsInt(answer.getValue()))
                        .average();
    }

    private static double points(Scale scale, int units) {
        return (double) units / scale.unitsPerPoint();
    }

    private static List<Map<String, int[]>> people() {
        Random random = new Random(20261123);
        List<Map<String, int[]>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            Map<String, int[]> answers = new HashMap<>();
            for (String item : ITEMS) {
                if (random.nextInt(3) > 0) {
                    answers.put(item, new int[] {1 + random.nextInt(POINTS), 1 + random.nextInt(POINTS)});
                }
            }
            people.add(answers);
        }
        return people;
    }

    /** Pairs where the side is 0. */
    private static Map<String, JsonNode> packed(Map<String, int[]> person, ToIntFunction<int[]> side) {
        Map<String, JsonNode> answers = new HashMap<>();
        person.forEach((item, both) -> answers.put(
                item,
                side.applyAsInt(both) == 0
                        ? JsonNodeFactory.instance
                                .objectNode()
                                .put("then", both[0])
                                .put("now", both[1])
                        : IntNode.valueOf(side.applyAsInt(both))));
        return answers;
    }
}
