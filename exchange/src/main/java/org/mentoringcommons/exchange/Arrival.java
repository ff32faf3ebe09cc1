package org.mentoringcommons.exchange;

import java.time.DateTimeException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mentoringcommons.tenancy.Tenant;

/** A fact and where in the log it stands, which is all that may be remembered of one that cannot take effect. */
record Arrival(Envelope fact, int partition, long offset) {

    /**
     * @throws Unacceptable if the headers are not those of our events
     */
    static Arrival of(ConsumerRecord<String, byte[]> record) {
        try {
            return new Arrival(Envelope.of(record), record.partition(), record.offset());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Unacceptable("the headers are not those of an event of ours");
        }
    }

    /**
     * @throws Unacceptable if the header is not an organization id
     */
    Optional<Tenant> tenant() {
        try {
            return Optional.ofNullable(fact.tenant()).map(Tenant::new);
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable("the tenant is not an organization id");
        }
    }
}
