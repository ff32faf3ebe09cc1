package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be answered and how it is scored. The order of the items is the order of the bytes in a packed row, which is
 * why a version's structure never changes; how it is scored may be decided anew, see {@link #scoredBy}.
 */
public final class Structure {

    private final List<Item> items;
    private final List<Scale> scales;
    private final List<Scale> rated;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] offsets;
    private final Map<String, Summed> summed = new HashMap<>();

    private record Summed(Scale scale, Terms terms) {}

    /** A structure all of whose scales are of pairs. */
    public Structure(List<Item> items, List<Scale> scales) {
        this(items, scales, null);
    }

    /**
     * @param items in the instrument's order
     * @param scales of pairs, in the instrument's order
     * @param rated scales of single ratings, in the instrument's order
     * @throws IllegalArgumentException if keys repeat, or a scale sums something that is not of its kind
     */
    @JsonCreator
    public Structure(
            @JsonProperty("items") List<Item> items,
            @JsonProperty("scales") List<Scale> scales,
            @JsonProperty("rated") List<Scale> rated) {
        this.items = items == null ? List.of() : List.copyOf(items);
        this.scales = scales == null ? List.of() : List.copyOf(scales);
        this.rated = rated == null ? List.of() : List.copyOf(rated);
        offsets = new int[this.items.size() + 1];
        for (int place = 0; place < this.items.size(); place++) {
            Item item = this.items.get(place);
            require(places.put(item.key(), place) == null);
            offsets[place + 1] = offsets[place] + item.bytes();
        }
        this.scales.forEach(scale -> sum(scale, ThenNow.class));
        this.rated.forEach(scale -> sum(scale, Likert.class));
    }

    private void sum(Scale scale, Class<? extends Item> kind) {
        require(scale.items().stream().allMatch(key -> kind.isInstance(item(key).orElse(null)))
                && summed.put(scale.key(), new Summed(scale, Terms.of(scale, this))) == null);
    }

    /** {@return in the instrument's order} */
    @JsonProperty
    public List<Item> items() {
        return items;
    }

    /** {@return scales of pairs, in the instrument's order} */
    @JsonProperty
    public List<Scale> scales() {
        return scales;
    }

    /** {@return scales whose items are rated once, in the instrument's order} */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<Scale> rated() {
        return rated;
    }

    /** {@return all scales, those of pairs first} */
    public Stream<Scale> everyScale() {
        return Stream.concat(scales.stream(), rated.stream());
    }

    /** {@return the item of this key} */
    public Optional<Item> item(String key) {
        return Optional.ofNullable(places.get(key)).map(items::get);
    }

    /** {@return the scale of pairs of this key} */
    public Optional<Scale> scale(String key) {
        return scales.stream().filter(scale -> scale.key().equals(key)).findFirst();
    }

    /** {@return the scale of this key that is rated once} */
    public Optional<Scale> ratedScale(String key) {
        return rated.stream().filter(scale -> scale.key().equals(key)).findFirst();
    }

    /** {@return the same items, all scales scored by this rule, which needs no minimum} */
    public Structure scoredBy(Missing rule) {
        return scoredBy(rule, null);
    }

    /**
     * {@return the same items, all scales scored by this rule}
     *
     * @param minimum with {@link Missing#AT_LEAST}: how many items must be answered; no more than any scale has
     */
    public Structure scoredBy(Missing rule, Integer minimum) {
        return new Structure(items, scoredBy(scales, rule, minimum), scoredBy(rated, rule, minimum));
    }

    private static List<Scale> scoredBy(List<Scale> scales, Missing rule, Integer minimum) {
        return scales.stream().map(scale -> scale.scoredBy(rule, minimum)).toList();
    }

    /** Whether rows are the same as by another structure, and every scale of that one is scored here as there. */
    boolean scoresMoreThan(Structure other) {
        return items.equals(other.items) && scales.containsAll(other.scales) && rated.containsAll(other.rated);
    }

    /**
     * {@return the same structure, its items by other names}
     *
     * @param names by key; all different
     */
    public Structure named(Map<String, String> names) {
        return new Structure(
                items.stream().map(item -> item.named(names.get(item.key()))).toList(),
                scales.stream().map(scale -> scale.named(names)).toList(),
                rated.stream().map(scale -> scale.named(names)).toList());
    }

    /** {@return how many bytes everybody's row has} */
    public int bytes() {
        return offsets[items.size()];
    }

    /**
     * Packs answers as they arrive.
     *
     * @param answers by item key; a null answer is none
     * @return the row, of the same length for everybody
     * @throws IllegalArgumentException if an item is unknown or an answer does not fit its item
     */
    public byte[] pack(Map<String, JsonNode> answers) {
        byte[] row = new byte[bytes()];
        answers.forEach((key, answer) -> {
            Integer place = places.get(key);
            if (place == null) {
                throw new IllegalArgumentException("an answer to an item the instrument does not have");
            }
            if (answer != null && !answer.isNull()) {
                items.get(place).pack(answer, row, offsets[place]);
            }
        });
        return row;
    }

    /** {@return the answers of a packed row} */
    public Answers unpack(byte[] row) {
        return unpack(row, 0);
    }

    /** {@return the answers of the row that begins at this byte; the bytes are read when asked for} */
    public Answers unpack(byte[] rows, int at) {
        return new Answers(this, rows, at);
    }

    /** Where an item's bytes begin in a row; -1 if there is no such item. */
    int offset(String key) {
        Integer place = places.get(key);
        return place == null ? -1 : offsets[place];
    }

    /** The highest rating of an item; 0 if it is none that is rated, or not here. */
    public int points(String key) {
        Item item = item(key).orElse(null);
        return item instanceof ThenNow pair ? pair.points() : item instanceof Likert once ? once.points() : 0;
    }

    /**
     * What a scale's score is summed from here, also if the scale is another instrument's; nothing unless there is a scale of
     * its key and its items here: items asked under other scales make no score on this one.
     */
    Terms terms(Scale scale) {
        Summed own = summed.get(scale.key());
        if (own == null || !own.scale().sumsTheItemsOf(scale)) {
            return Terms.none(scale);
        }
        return own.scale().equals(scale) ? own.terms() : Terms.of(scale, this);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("keys repeat, or a scale sums something else than items of its kind");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Structure that
                && items.equals(that.items)
                && scales.equals(that.scales)
                && rated.equals(that.rated);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, scales, rated);
    }

    @Override
    public String toString() {
        return "Structure[items=" + items + ", scales=" + scales + ", rated=" + rated + "]";
    }
}
