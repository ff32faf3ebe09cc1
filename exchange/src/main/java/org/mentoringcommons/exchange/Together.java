package org.mentoringcommons.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Sorts arrivals into what may share a transaction: facts of one topic and one institution, never of two. Of a key only
 * the newest fact is kept, because it carries the whole state and would supersede the others.
 */
final class Together {

    private record Place(int topic, String topicName, String tenant) {}

    private Together() {}

    /** The topics, those first that others wait for. */
    static List<String> inOrder(Collection<Subscription<?>> subscriptions) {
        Map<String, Subscription<?>> byTopic = new HashMap<>();
        subscriptions.forEach(subscription -> byTopic.put(subscription.topic(), subscription));
        return byTopic.keySet().stream()
                .sorted(Comparator.<String>comparingInt(topic -> depth(topic, byTopic, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static List<List<Arrival>> sort(List<Arrival> arrivals, List<String> topics, ToIntFunction<String> most) {
        Map<Place, Map<String, Arrival>> places = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            Envelope fact = arrival.fact();
            places.computeIfAbsent(
                            new Place(topics.indexOf(fact.topic()), fact.topic(), fact.tenant()),
                            place -> new LinkedHashMap<>())
                    .merge(fact.key(), arrival, Together::newer);
        }
        List<List<Arrival>> batches = new ArrayList<>();
        places.entrySet().stream()
                .sorted(Comparator.comparingInt(place -> place.getKey().topic()))
                .forEach(place -> cut(
                        List.copyOf(place.getValue().values()),
                        place.getKey().tenant() == null
                                ? 1
                                : most.applyAsInt(place.getKey().topicName()),
                        batches));
        return batches;
    }

    /** Batches of one topic and institution, which take effect one after the other. */
    record Turn(List<List<Arrival>> batches) {}

    /** The same batches, topic after topic; the turns of a topic wait for none of each other. */
    static List<List<Turn>> turns(List<List<Arrival>> batches) {
        Map<String, Map<String, List<List<Arrival>>>> topics = new LinkedHashMap<>();
        for (List<Arrival> batch : batches) {
            Envelope fact = batch.get(0).fact();
            topics.computeIfAbsent(fact.topic(), topic -> new LinkedHashMap<>())
                    .computeIfAbsent(fact.tenant(), tenant -> new ArrayList<>())
                    .add(batch);
        }
        return topics.values().stream()
                .map(institutions ->
                        institutions.values().stream().map(Turn::new).toList())
                .toList();
    }

    private static void cut(List<Arrival> arrivals, int most, List<List<Arrival>> batches) {
        for (int from = 0; from < arrivals.size(); from += most) {
            batches.add(arrivals.subList(from, Math.min(from + most, arrivals.size())));
        }
    }

    private static Arrival newer(Arrival one, Arrival other) {
        return other.fact().version() >= one.fact().version() ? other : one;
    }

    private static int depth(String topic, Map<String, Subscription<?>> byTopic, int met) {
        if (!byTopic.containsKey(topic) || met > byTopic.size()) {
            return 0;
        }
        return 1
                + byTopic.get(topic).after().stream()
                        .mapToInt(parent -> depth(parent, byTopic, met + 1))
                        .max()
                        .orElse(0);
    }
}
