package org.mentoringcommons.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
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

    /** What waited in this fact's institution and need not any longer. */
    List<Arrival> released(Arrival arrival) {
        return arrival.tenant()
                .map(tenant -> transaction.call(tenant, parking::releasable))
                .orElse(List.of());
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
                subscription.apply(new Received<>(
                        arrival.tenant(),
                        fact.key(),
                        fact.version(),
                        fact.time().toInstant(),
                        state));
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
