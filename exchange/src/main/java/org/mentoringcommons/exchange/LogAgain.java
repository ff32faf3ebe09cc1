package org.mentoringcommons.exchange;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the log from its beginning to where it ended when the reading began, topic by topic so that parents come first.
 * What the service's group delivers meanwhile or later is known by then, or newer, as always: nothing counts twice.
 */
final class LogAgain {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> log;
    private final Rebuilds rebuilds;
    private final List<String> topics;
    private final PatientDelivery patient;

    LogAgain(Consumer<String, byte[]> log, Rebuilds rebuilds, List<String> topics, PatientDelivery patient) {
        this.log = log;
        this.rebuilds = rebuilds;
        this.topics = topics;
        this.patient = patient;
    }

    /**
     * Begins, or goes on where an instance that died had come to.
     *
     * @return whether everything has been read; false if stopped before
     */
    boolean read(Effects effects, BooleanSupplier stopped) {
        if (rebuilds.last()
                .filter(rebuild -> rebuild.state() == Rebuilds.State.WANTED)
                .isPresent()) {
            rebuilds.begin(effects);
        }
        if (rebuilds.spans().isEmpty()) {
            rebuilds.remember(everything());
        }
        for (String topic : topics) {
            if (!read(topic, stopped)) {
                return false;
            }
        }
        rebuilds.end();
        return true;
    }

    private boolean read(String topic, BooleanSupplier stopped) {
        Map<TopicPartition, Rebuilds.Span> left = rebuilds.spans().entrySet().stream()
                .filter(span ->
                        span.getKey().topic().equals(topic) && !span.getValue().isRead())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        log.assign(left.keySet());
        left.forEach((partition, span) -> log.seek(partition, span.from()));
        while (!left.isEmpty()) {
            ConsumerRecords<String, byte[]> records = log.poll(POLL);
            if (stopped.getAsBoolean() || !patient.deliverAll(records, stopped)) {
                return false;
            }
            left.replaceAll((partition, span) -> new Rebuilds.Span(log.position(partition), span.until()));
            rebuilds.remember(left);
            left.values().removeIf(Rebuilds.Span::isRead);
            log.assign(left.keySet());
        }
        return true;
    }

    private Map<TopicPartition, Rebuilds.Span> everything() {
        List<TopicPartition> partitions = topics.stream()
                .map(log::partitionsFor)
                .flatMap(Collection::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> beginnings = log.beginningOffsets(partitions);
        Map<TopicPartition, Rebuilds.Span> spans = new HashMap<>();
        log.endOffsets(partitions)
                .forEach((partition, end) -> spans.put(partition, new Rebuilds.Span(beginnings.get(partition), end)));
        return spans;
    }
}
