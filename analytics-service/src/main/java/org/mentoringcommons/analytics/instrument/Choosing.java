package org.mentoringcommons.analytics.instrument;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what person after person chose at one item, as numbers: words for ten million people take longer than all of a
 * study's tests. Not safe for use by several threads.
 */
public final class Choosing {

    private final String item;
    private final List<String> codes;
    private Structure structure;
    private Item asked;
    private int offset;
    private int[] numbers = {};
    private int[] chosen = {};

    /**
     * @param item the item's key
     * @param codes those that have a number, their position; others get the numbers after
     */
    public Choosing(String item, List<String> codes) {
        this.item = item;
        this.codes = new ArrayList<>(codes);
    }

    /**
     * Reads one person's answer.
     *
     * @return how many codes were chosen, 0 for no answer; their numbers are then at {@link #number}
     */
    public int read(Answers answers) {
        if (answers.structure() != structure) {
            learn(answers.structure());
        }
        return asked == null ? 0 : asked.chosen(answers.rows(), answers.at() + offset, chosen);
    }

    /** {@return the number of a code chosen by the person read last} */
    public int number(int which) {
        return numbers[chosen[which]];
    }

    /** {@return the codes by number, with those met so far} */
    public List<String> codes() {
        return codes;
    }

    private void learn(Structure next) {
        structure = next;
        asked = next.item(item).orElse(null);
        offset = next.offset(item);
        List<String> own = asked == null ? List.of() : asked.codes();
        own.stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        numbers = own.stream().mapToInt(codes::indexOf).toArray();
        chosen = new int[numbers.length];
    }
}
