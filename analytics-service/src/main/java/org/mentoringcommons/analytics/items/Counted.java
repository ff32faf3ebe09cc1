package org.mentoringcommons.analytics.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.statistics.CrossProducts;

/**
 * What is kept of a wave's answers: enough to add waves up, and nothing of one person that an analysis of the wave would not
 * tell.
 *
 * @param people by what they left out
 * @param scales by key, the items' sums and sums of products: before, if that is asked, and now
 */
record Counted(List<Passage.Pattern> people, Map<String, List<Sums>> scales) {

    /** Of integers, exact below 2^53. */
    record Sums(long n, long[] sums, long[][] products) {

        static Sums of(CrossProducts items) {
            int size = items.variables();
            return new Sums(
                    items.n(),
                    IntStream.range(0, size)
                            .mapToLong(item -> (long) items.sum(item))
                            .toArray(),
                    IntStream.range(0, size)
                            .mapToObj(one -> IntStream.range(0, size)
                                    .mapToLong(other -> (long) items.product(one, other))
                                    .toArray())
                            .toArray(long[][]::new));
        }

        CrossProducts items() {
            return CrossProducts.ofSums(n, sums, products);
        }
    }

    static Counted of(Passage passage, List<Ratings> ratings) {
        Map<String, List<Sums>> scales = new LinkedHashMap<>();
        ratings.forEach(scale -> scales.put(scale.scale().key(), List.of(Sums.of(scale.then()), Sums.of(scale.now()))));
        return new Counted(passage.everybody(), scales);
    }

    /** Adds it to others: people to the passage unless nobody knows what they were asked, ratings in any case. */
    int addTo(Passage passage, boolean imported, List<Ratings> ratings) {
        if (!imported) {
            people.forEach(passage::add);
        }
        for (Ratings scale : ratings) {
            List<Sums> sums = scales.get(scale.scale().key());
            if (sums != null
                    && sums.get(1).sums().length == scale.scale().items().size()) {
                scale.add(sums.get(0).items(), sums.get(1).items());
            }
        }
        return people.stream().mapToInt(Passage.Pattern::people).sum();
    }

    static Counted read(ObjectMapper json, String text) {
        try {
            return json.readValue(text, Counted.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("what was counted of a wave cannot be read", damaged);
        }
    }

    String written(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
