package org.mentoringcommons.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Makes one fact take effect once: parse, bind the institution, one transaction for version and effect. */
@ApplicationScoped
class Delivery {

    private final Map<String, Subscription<?>> subscriptions = new HashMap<>();
    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Parking parking;
    private final ObjectMapper json;

    Delivery(
            @All List<Subscription<?>> subscriptions,
            TenantTransaction transaction,
            Inbox inbox,
            Parking parking,
            ObjectMapper json) {
        subscriptions.forEach(subscription -> this.subscriptions.put(subscription.topic(), subscription));
        this.transaction = transaction;
        this.inbox = inbox;
        this.parking = parking;
        // producers may add properties; a consumer reads those it knows
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What waits for others after those; a topic that waits for itself in a circle stands where it is met. */
    List<String> topicsInOrder() {
        return Together.inOrder(subscriptions.values());
    }

    /** Sorts arrivals into what may take effect in one transaction. */
    List<List<Arrival>> together(List<Arrival> arrivals) {
        return Together.sort(arrivals, topicsInOrder(), this::mostTogether);
    }

    Set<String> topics() {
        return subscriptions.keySet();
    }

    /**
     * Applies the fact if it is newer than what is known of its key, or parks it until its parent arrives.
     *
     * @throws Unacceptable if no repetition can make it right
     */
    void deliver(Arrival arrival) {
        Subscription<?> subscription = subscriptions.get(arrival.fact().topic());
        if (subscription == null || !subscription.type().equals(arrival.fact().type())) {
            throw new Unacceptable("type " + arrival.fact().type() + " is not understood");
        }
        deliver(subscription, arrival);
    }

    /**
     * Applies several facts of one topic and institution in one transaction. It is committed, but perhaps not yet on disk:
     * {@link #settle} is to follow before they are taken as delivered.
     *
     * @return whether anything of the institution waits for a parent
     * @throws Unacceptable if something stands in the way of one of them; nothing took effect then
     */
    boolean deliverTogether(List<Arrival> arrivals) {
        Subscription<?> subscription = subscriptions.get(arrivals.get(0).fact().topic());
        if (subscription == null
                || !arrivals.stream()
                        .allMatch(arrival ->
                                subscription.type().equals(arrival.fact().type()))) {
            throw new Unacceptable("not all types are understood");
        }
        return deliverTogether(subscription, arrivals);
    }

    /** Waits until what took effect together so far is on disk. */
    void settle() {
        transaction.run(null, inbox::settle);
    }

    /** What waited in this fact's institution and need not any longer. */
    List<Arrival> released(Arrival arrival) {
        return arrival.tenant()
                .map(tenant -> transaction.call(tenant, parking::releasable))
                .orElse(List.of());
    }

    private <T> boolean deliverTogether(Subscription<T> subscription, List<Arrival> arrivals) {
        Map<String, Received<T>> facts = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            facts.put(arrival.fact().key(), received(arrival, parse(subscription, arrival.fact())));
        }
        try {
            return transaction.call(arrivals.get(0).tenant().orElseThrow(), () -> {
                facts.keySet().retainAll(inbox.advanceAll(subscription.topic(), arrivals));
                if (!facts.isEmpty()) {
                    subscription.applyAll(List.copyOf(facts.values()));
                }
                return parking.holdsAny();
            });
        } catch (ParentMissing missing) {
            throw new Unacceptable("not all parents are here");
        }
    }

    private int mostTogether(String topic) {
        return subscriptions.containsKey(topic) ? subscriptions.get(topic).together() : 1;
    }

    private static <T> Received<T> received(Arrival arrival, Optional<T> state) {
        Envelope fact = arrival.fact();
        return new Received<>(
                arrival.tenant(), fact.key(), fact.version(), fact.time().toInstant(), state);
    }

    private <T> void deliver(Subscription<T> subscription, Arrival arrival) {
        Optional<T> state = parse(subscription, arrival.fact());
        Tenant tenant = arrival.tenant().orElse(null);
        try {
            apply(subscription, arrival, tenant, state);
        } catch (ParentMissing missing) {
            if (tenant == null) {
                throw new Unacceptable("a fact of the platform cannot wait for one of an institution");
            }
            if (!transaction.call(tenant, () -> parking.park(arrival, missing))) {
                applyNowThatTheParentIsHere(subscription, arrival, tenant, state);
            }
        }
    }

    private <T> void apply(Subscription<T> subscription, Arrival arrival, Tenant tenant, Optional<T> state) {
        Envelope fact = arrival.fact();
        transaction.run(tenant, () -> {
            if (inbox.advance(fact.topic(), fact.key(), fact.version())) {
                subscription.apply(received(arrival, state));
            }
        });
    }

    private <T> void applyNowThatTheParentIsHere(
            Subscription<T> subscription, Arrival arrival, Tenant tenant, Optional<T> state) {
        try {
            apply(subscription, arrival, tenant, state);
        } catch (ParentMissing still) {
            throw new Unacceptable("its parent belongs to another institution, or is gone");
        }
    }

    private <T> Optional<T> parse(Subscription<T> subscription, Envelope fact) {
        try {
            return fact.data() == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(fact.data(), subscription.state()));
        } catch (JsonProcessingException malformed) {
            // the parser's own message quotes the payload
            throw new Unacceptable("the data is not a " + fact.type());
        }
    }
}
