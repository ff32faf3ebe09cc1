package org.mentoringcommons.exchange;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads this service's topics as a member of its group and delivers record by record; positions are committed only
 * after the effects, so a crash repeats deliveries and never skips one.
 */
@ApplicationScoped
class Consumer {

    private static final Logger LOG = Logger.getLogger(Consumer.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> broker;
    private final String service;
    private final boolean enabled;
    private final Delivery delivery;
    private final PatientDelivery patient;
    private final Rebuilds rebuilds;
    private final Thread thread = new Thread(this::run, "exchange-consumer");
    private volatile KafkaConsumer<String, byte[]> reading;
    private volatile boolean stopped;

    Consumer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "exchange.service") String service,
            @ConfigProperty(name = "exchange.enabled") boolean enabled,
            Delivery delivery,
            PatientDelivery patient,
            Rebuilds rebuilds) {
        this.broker = broker;
        this.service = service;
        this.enabled = enabled;
        this.delivery = delivery;
        this.patient = patient;
        this.rebuilds = rebuilds;
    }

    void start(@Observes StartupEvent event) {
        if (enabled && !delivery.topics().isEmpty()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (reading != null) {
            reading.wakeup();
        }
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(10).toMillis());
        }
    }

    /** Delivers one record outside the turn of the log, on a thread that no request is bound to. */
    void deliverAgain(ConsumerRecord<String, byte[]> record) {
        CompletableFuture.runAsync(() -> patient.deliver(record, () -> stopped)).join();
    }

    private void run() {
        while (!stopped) {
            try (KafkaConsumer<String, byte[]> consumer = KafkaReading.asGroup(broker, service)) {
                reading = consumer;
                consumer.subscribe(delivery.topics());
                read(consumer);
            } catch (WakeupException stop) {
                LOG.debug("the consumer was woken to stop");
            } catch (CommitFailedException rebalanced) {
                LOG.info("another instance took partitions over; what it repeats changes nothing");
            } catch (RuntimeException failure) {
                // the class only: a message could quote what was delivered
                LOG.warnf("the consumer starts again: %s", failure.getClass().getName());
                Pause.of(Duration.ofSeconds(1));
            }
        }
    }

    /** What would be delivered meanwhile would mostly wait for parents; the group's place is kept by polling nothing. */
    private void waitWhileRebuilding(KafkaConsumer<String, byte[]> consumer) {
        while (!stopped && isRebuilding()) {
            consumer.pause(consumer.assignment());
            ConsumerRecords<String, byte[]> none = consumer.poll(POLL);
            if (!none.isEmpty()) { // of partitions assigned in this very poll
                patient.deliverAll(none, () -> stopped);
            }
        }
        consumer.resume(consumer.paused());
    }

    private boolean isRebuilding() {
        try {
            return rebuilds.isUnderWay();
        } catch (RuntimeException away) {
            return false; // the delivery itself waits for a database that is away
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        while (!stopped) {
            waitWhileRebuilding(consumer);
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                if (stopped || !patient.deliverAll(records, () -> stopped)) {
                    return; // not all delivered: the positions stay uncommitted
                }
                consumer.commitSync();
            }
        }
    }
}
