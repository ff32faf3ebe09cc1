package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be answered and how it is scored. The order of the items is the order of the bytes in a packed row, which is
 * why a version's structure never changes.
 *
 * @param items in the instrument's order
 * @param scales in the instrument's order
 */
public record Structure(List<Item> items, List<Scale> scales) {

    /** @throws IllegalArgumentException if keys repeat, or a scale sums something that is not a then/now item */
    public Structure {
        items = items == null ? List.of() : List.copyOf(items);
        scales = scales == null ? List.of() : List.copyOf(scales);
        Set<String> keys = items.stream().map(Item::key).collect(Collectors.toSet());
        Set<String> pairs =
                items.stream().filter(ThenNow.class::isInstance).map(Item::key).collect(Collectors.toSet());
        Set<String> scaleKeys = new HashSet<>();
        boolean sound = keys.size() == items.size()
                && scales.stream().allMatch(scale -> scaleKeys.add(scale.key()) && pairs.containsAll(scale.items()));
        if (!sound) {
            throw new IllegalArgumentException("keys repeat, or a scale sums something else than then/now items");
        }
    }

    /** {@return the item of this key} */
    public Optional<Item> item(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** {@return the scale of this key} */
    public Optional<Scale> scale(String key) {
        return scales.stream().filter(scale -> scale.key().equals(key)).findFirst();
    }

    /**
     * Packs answers as they arrive.
     *
     * @param answers by item key; a null answer is none
     * @return the row, of the same length for everybody
     * @throws IllegalArgumentException if an item is unknown or an answer does not fit its item
     */
    public byte[] pack(Map<String, JsonNode> answers) {
        Set<String> unread = new HashSet<>(answers.keySet());
        byte[] row = new byte[items.stream().mapToInt(Item::bytes).sum()];
        int at = 0;
        for (Item item : items) {
            unread.remove(item.key());
            JsonNode answer = answers.get(item.key());
            if (answer != null && !answer.isNull()) {
                item.pack(answer, row, at);
            }
            at += item.bytes();
        }
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("an answer to an item the instrument does not have");
        }
        return row;
    }

    /** {@return the answers of a packed row} */
    public Answers unpack(byte[] row) {
        Map<String, Answer> given = new HashMap<>();
        int at = 0;
        for (Item item : items) {
            item.unpack(row, at).ifPresent(answer -> given.put(item.key(), answer));
            at += item.bytes();
        }
        return new Answers(given);
    }
}
