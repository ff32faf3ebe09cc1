package org.mentoringcommons.analytics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Lets facts take effect as the exchange does: one transaction each, bound to their institution. */
@Singleton
public class Feed {

    private final List<Subscription<?>> subscriptions;
    private final TenantTransaction transaction;
    private final ObjectMapper json;

    Feed(@All List<Subscription<?>> subscriptions, TenantTransaction transaction, ObjectMapper json) {
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    public void state(String topic, Tenant tenant, String key, Map<String, ?> state) {
        transaction.run(tenant, () -> apply(subscription(topic), tenant, key, Instant.now(), state));
    }

    public void erased(String topic, Tenant tenant, String key) {
        erased(topic, tenant, key, Instant.now());
    }

    /** @param time what the fact says of itself */
    public void erased(String topic, Tenant tenant, String key, Instant time) {
        transaction.run(tenant, () -> apply(subscription(topic), tenant, key, time, null));
    }

    /** Many facts of one topic and institution in one transaction, for speed. */
    public void states(String topic, Tenant tenant, Map<String, ? extends Map<String, ?>> states) {
        transaction.run(
                tenant,
                () -> states.forEach((key, state) -> apply(subscription(topic), tenant, key, Instant.now(), state)));
    }

    /** Those of one institution that arrive together, as the exchange hands them on. */
    public void together(String topic, Tenant tenant, List<? extends Map<String, ?>> states) {
        transaction.run(tenant, () -> applyAll(subscription(topic), tenant, states));
    }

    public void run(Tenant tenant, Runnable work) {
        transaction.run(tenant, work);
    }

    private Subscription<?> subscription(String topic) {
        return subscriptions.stream()
                .filter(candidate -> candidate.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private <T> void applyAll(Subscription<T> subscription, Tenant tenant, List<? extends Map<String, ?>> states) {
        subscription.applyAll(states.stream()
                .map(state -> received(subscription, tenant, state.get("id").toString(), Instant.now(), state))
                .toList());
    }

    private <T> void apply(
            Subscription<T> subscription, Tenant tenant, String key, Instant time, Map<String, ?> state) {
        subscription.apply(received(subscription, tenant, key, time, state));
    }

    private <T> Received<T> received(
            Subscription<T> subscription, Tenant tenant, String key, Instant time, Map<String, ?> state) {
        Optional<T> read = Optional.ofNullable(state).map(content -> json.convertValue(content, subscription.state()));
        return new Received<>(Optional.ofNullable(tenant), key, 1, time, read);
    }
}
