package org.mentoringcommons.exchange;

import java.net.URI;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.mentoringcommons.tenancy.Tenant;

/** Records exactly as the relay of another service would have put them on the wire, one after the other. */
final class Log {

    private long offset;

    ConsumerRecord<String, byte[]> thing(String key, long version, Tenant tenant, String state) {
        return record(Things.TOPIC, key, Things.TYPE, version, tenant, "{\"state\":\"" + state + "\"}");
    }

    ConsumerRecord<String, byte[]> part(String key, long version, Tenant tenant, String thing) {
        return record(Parts.TOPIC, key, Parts.TYPE, version, tenant, "{\"thing\":\"" + thing + "\"}");
    }

    ConsumerRecord<String, byte[]> record(
            String topic, String key, String type, long version, Tenant tenant, String data) {
        ProducerRecord<String, byte[]> sent = new Envelope(
                        "event-" + offset, topic, key, type, version, tenant.id(), OffsetDateTime.now(), data)
                .toRecord(URI.create("urn:test"));
        ConsumerRecord<String, byte[]> read = new ConsumerRecord<>(topic, 0, offset++, key, sent.value());
        sent.headers().forEach(read.headers()::add);
        return read;
    }
}
