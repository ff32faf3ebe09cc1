package org.mentoringcommons.exchange;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands batches to the broker and returns once all of them are safe there. */
@ApplicationScoped
class Publisher {

    private final Map<String, Object> broker;
    private final URI source;
    private Producer<String, byte[]> producer;

    Publisher(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "exchange.service") String service) {
        this.broker = broker;
        this.source = URI.create("urn:mentoring-commons:" + service);
    }

    void publish(List<Envelope> batch) throws PublishingFailed {
        try {
            List<Future<?>> acknowledgements = new ArrayList<>();
            for (Envelope envelope : batch) {
                acknowledgements.add(producer().send(envelope.toRecord(source)));
            }
            for (Future<?> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException | KafkaException failure) {
            close(); // an idempotent producer that failed once may refuse for ever; the next batch takes a new one
            throw new PublishingFailed(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PublishingFailed(stopped);
        }
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            // the JDK's own, so that neither side needs a native library
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int)
                    Duration.ofSeconds(10).toMillis());
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                    Duration.ofSeconds(30).toMillis());
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                    Duration.ofSeconds(10).toMillis());
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }
}
