package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be answered and how it is scored. The order of the items is the order of the bytes in a packed row, which is
 * why a version's structure never changes; how it is scored may be decided anew, see {@link #scoredBy}.
 */
public final class Structure {

    private final List<Item> items;
    private final List<Scale> scales;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] offsets;
    private final Map<String, int[]> summed = new HashMap<>();

    /**
     * @param items in the instrument's order
     * @param scales in the instrument's order
     * @throws IllegalArgumentException if keys repeat, or a scale sums something that is not a then/now item
     */
    @JsonCreator
    public Structure(@JsonProperty("items") List<Item> items, @JsonProperty("scales") List<Scale> scales) {
        this.items = items == null ? List.of() : List.copyOf(items);
        this.scales = scales == null ? List.of() : List.copyOf(scales);
        offsets = new int[this.items.size() + 1];
        for (int place = 0; place < this.items.size(); place++) {
            Item item = this.items.get(place);
            require(places.put(item.key(), place) == null);
            offsets[place + 1] = offsets[place] + item.bytes();
        }
        for (Scale scale : this.scales) {
            require(scale.items().stream().allMatch(key -> item(key).orElse(null) instanceof ThenNow)
                    && summed.put(scale.key(), offsetsOf(scale)) == null);
        }
    }

    /** {@return in the instrument's order} */
    @JsonProperty
    public List<Item> items() {
        return items;
    }

    /** {@return in the instrument's order} */
    @JsonProperty
    public List<Scale> scales() {
        return scales;
    }

    /** {@return the item of this key} */
    public Optional<Item> item(String key) {
        return Optional.ofNullable(places.get(key)).map(items::get);
    }

    /** {@return the scale of this key} */
    public Optional<Scale> scale(String key) {
        return scales.stream().filter(scale -> scale.key().equals(key)).findFirst();
    }

    /** {@return the same items, all scales scored by this rule} */
    public Structure scoredBy(Missing rule) {
        return new Structure(
                items,
                scales.stream()
                        .map(scale -> new Scale(scale.key(), scale.items(), rule))
                        .toList());
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

    /** Where the bytes of a scale's items begin, -1 for one that the instrument does not have. */
    int[] offsets(Scale scale) {
        Scale own = scale(scale.key()).orElse(null);
        return own == scale || own != null && own.items().equals(scale.items())
                ? summed.get(scale.key())
                : offsetsOf(scale);
    }

    private int[] offsetsOf(Scale scale) {
        return scale.items().stream().mapToInt(this::offset).toArray();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("keys repeat, or a scale sums something else than then/now items");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Structure that && items.equals(that.items) && scales.equals(that.scales);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, scales);
    }

    @Override
    public String toString() {
        return "Structure[items=" + items + ", scales=" + scales + "]";
    }
}
