package org.mentoringcommons.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.crosswalk.ItemCrosswalk;
import org.mentoringcommons.analytics.crosswalk.ItemCrosswalk.SameItem;
import org.mentoringcommons.analytics.instrument.Choice;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;

/** Items of versions are pooled where crosswalks declare them the same, and nowhere else. */
class PoolingTest {

    private static final InstrumentReference FIRST = new InstrumentReference("i", "1");
    private static final InstrumentReference SECOND = new InstrumentReference("i", "2");
    private static final InstrumentReference OLDER = new InstrumentReference("i", "0");

    @Test
    void an_equal_key_alone_says_nothing() {
        StudyInstruments pooled = pooled(structure("a", "b"), structure("a", "b"));

        assertThat(pooled.poolable("s")).isEmpty();
        assertThat(pooled.gapOfScale("s")).hasValueSatisfying(gap -> assertThat(gap)
                .contains("i 1 alone sums a (pair of ratings of 7), b (pair of ratings of 7)")
                .contains("i 2 alone sums a (pair of ratings of 7), b (pair of ratings of 7)"));
        assertThat(pooled.gapOfItem("a"))
                .hasValueSatisfying(
                        gap -> assertThat(gap).contains("i 1 asks it as").contains("i 2 asks it as"));
        assertThat(pooled.asking("a")).containsExactly(Map.entry(FIRST, "a"));
    }

    @Test
    void declared_items_are_one_also_by_other_keys_and_in_another_order() {
        StudyInstruments pooled = pooled(
                structure("a", "b"),
                structure("b2", "a2"),
                crosswalk(FIRST, SECOND, new SameItem("a", "a2"), new SameItem("b", "b2")));

        assertThat(pooled.poolable("s")).map(Scale::items).contains(List.of("a", "b"));
        assertThat(pooled.asking("a")).containsExactly(Map.entry(FIRST, "a"), Map.entry(SECOND, "a2"));
        assertThat(pooled.gapOfItem("a")).isEmpty();
        assertThat(pooled.structures().get(SECOND).items())
                .as("in the order of the row, by the names of the first")
                .extracting(Item::key)
                .containsExactly("b", "a");
    }

    @Test
    void what_one_version_has_alone_is_the_gap() {
        StudyInstruments pooled = pooled(
                structure("a", "b", "c"),
                structure("a", "b"),
                crosswalk(FIRST, SECOND, new SameItem("a", "a"), new SameItem("b", "b")));

        assertThat(pooled.poolable("s")).isEmpty();
        assertThat(pooled.gapOfScale("s")).hasValueSatisfying(gap -> assertThat(gap)
                .contains("i 1 alone sums c (pair of ratings of 7)")
                .doesNotContain("i 2 alone"));
    }

    @Test
    void equivalence_goes_through_a_version_that_the_study_does_not_use() {
        StudyInstruments pooled = pooled(
                structure("a"),
                structure("z"),
                crosswalk(OLDER, FIRST, new SameItem("o", "a")),
                crosswalk(OLDER, SECOND, new SameItem("o", "z")));

        assertThat(pooled.poolable("s")).isPresent();
    }

    @Test
    void a_chain_never_makes_two_items_of_one_version_one() {
        StudyInstruments pooled = pooled(
                structure("a", "b"),
                structure("x"),
                crosswalk(FIRST, OLDER, new SameItem("a", "o")),
                crosswalk(OLDER, SECOND, new SameItem("o", "x")),
                crosswalk(SECOND, FIRST, new SameItem("x", "b")));

        assertThat(pooled.structures().get(FIRST).items()).extracting(Item::key).containsExactly("a", "b");
        assertThat(pooled.asking("a")).containsOnlyKeys(FIRST, SECOND);
        assertThat(pooled.asking("b")).containsOnlyKeys(FIRST);
    }

    @Test
    void items_that_are_answered_differently_are_never_one() {
        Structure other =
                new Structure(List.of(new ThenNow("a", 5)), List.of(new Scale("s", List.of("a"), Missing.COMPLETE)));

        assertThat(pooled(structure("a"), other, crosswalk(FIRST, SECOND, new SameItem("a", "a")))
                        .gapOfScale("s"))
                .hasValueSatisfying(gap -> assertThat(gap)
                        .contains("i 1 alone sums a (pair of ratings of 7)")
                        .contains("i 2 alone sums a (pair of ratings of 5)"));
    }

    @Test
    void scales_that_score_the_same_items_by_another_rule_are_not_pooled() {
        Structure turned = new Structure(
                List.of(new ThenNow("a", 7)), List.of(new Scale("s", List.of("a"), Missing.HALF, null, Set.of("a"))));

        StudyInstruments pooled = pooled(structure("a"), turned, crosswalk(FIRST, SECOND, new SameItem("a", "a")));

        assertThat(pooled.poolable("s")).isEmpty();
        assertThat(pooled.gapOfScale("s"))
                .contains("the versions score it differently: i 1 complete; i 2 half, reverse a");
    }

    @Test
    void options_of_a_declared_item_add_up() {
        Structure first = new Structure(List.of(new Choice("stage", List.of("x", "y"))), List.of());
        Structure second = new Structure(List.of(new Choice("career", List.of("y", "z"))), List.of());

        assertThat(pooled(first, second, crosswalk(FIRST, SECOND, new SameItem("stage", "career")))
                        .codes("stage"))
                .containsExactly("x", "y", "z");
        assertThat(pooled(first, second).codes("stage")).containsExactly("x", "y");
    }

    private static StudyInstruments pooled(Structure first, Structure second, ItemCrosswalk... crosswalks) {
        Map<InstrumentReference, Structure> structures = new LinkedHashMap<>();
        structures.put(FIRST, first);
        structures.put(SECOND, second);
        return Pooling.of(structures, List.of(crosswalks));
    }

    private static Structure structure(String... keys) {
        return new Structure(
                List.of(keys).stream().<Item>map(key -> new ThenNow(key, 7)).toList(),
                List.of(new Scale("s", List.of(keys), Missing.COMPLETE)));
    }

    private static ItemCrosswalk crosswalk(InstrumentReference from, InstrumentReference to, SameItem... same) {
        return new ItemCrosswalk(from, to, List.of(same));
    }
}
