package org.mentoringcommons.exchange;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A fact on the wire: CloudEvents 1.0 attributes as Kafka headers (binary mode) with the extensions {@code tenant} and
 * {@code revision} (the aggregate's version), the JSON state as the record's value, none for an erasure. The record's own
 * time is the event's: when it was published is nobody's business, as it may tell when a person did something.
 *
 * @param tenant the institution, or null for a fact of the platform
 * @param data JSON, or null for an erasure
 */
record Envelope(
        String id,
        String topic,
        String key,
        String type,
        long version,
        String tenant,
        OffsetDateTime time,
        String data) {

    private static final String TENANT = "tenant";
    private static final String VERSION = "revision";

    ProducerRecord<String, byte[]> toRecord(URI source) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(source)
                .withType(type)
                .withSubject(key)
                .withTime(time)
                .withExtension(VERSION, Long.toString(version));
        if (tenant != null) {
            event.withExtension(TENANT, tenant);
        }
        if (data != null) {
            event.withData("application/json", data.getBytes(StandardCharsets.UTF_8));
        }
        CloudEvent built = event.build();
        return KafkaMessageFactory.<String>createWriter(
                        topic, null, time.toInstant().toEpochMilli(), key)
                .writeBinary(built);
    }

    /**
     * @throws IllegalArgumentException if a header we rely on is absent or malformed
     */
    static Envelope of(ConsumerRecord<String, byte[]> record) {
        String version = header(record, "ce_" + VERSION);
        String type = header(record, "ce_type");
        String time = header(record, "ce_time");
        if (record.key() == null || version == null || type == null || time == null) {
            throw new IllegalArgumentException("a CloudEvents header is missing");
        }
        return new Envelope(
                header(record, "ce_id"),
                record.topic(),
                record.key(),
                type,
                Long.parseLong(version),
                header(record, "ce_" + TENANT),
                OffsetDateTime.parse(time),
                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
