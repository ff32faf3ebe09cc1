package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * Makes messages of what happened at the institution worked for: one a webhook and event, in the transaction of the event
 * itself, whether or not anybody can be reached.
 */
@ApplicationScoped
class Announcements {

    private final Webhooks webhooks;
    private final Messages messages;
    private final Lanes lanes;
    private final WebhookSettings settings;
    private final TenantBinding binding;
    private final ObjectMapper json;
    private final Clock clock;

    Announcements(
            Webhooks webhooks,
            Messages messages,
            Lanes lanes,
            WebhookSettings settings,
            TenantBinding binding,
            ObjectMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.lanes = lanes;
        this.settings = settings;
        this.binding = binding;
        this.json = json;
        this.clock = clock;
    }

    /** Whether anybody at the institution worked for wants to know of such events. */
    boolean isWanted(EventType type) {
        return !webhooks.toldOf(type).isEmpty();
    }

    /** Whether something of this time is news. */
    boolean isNews(Instant happenedAt) {
        return happenedAt.isAfter(clock.instant().minus(settings.news()));
    }

    /**
     * Tells every webhook that wants to know, once.
     *
     * @param event what it is known again by
     * @param data ids, counts and states; what Jackson makes of it is sent
     */
    void tell(EventType type, String event, Instant happenedAt, Object data) {
        if (!isNews(happenedAt)) {
            return;
        }
        lanes.lock(); // before it is read who is told: one that goes meanwhile is waited for
        List<UUID> told = webhooks.toldOf(type).stream()
                .filter(webhook -> add(UUID.randomUUID(), webhook, event, type.word(), happenedAt, data))
                .toList();
        lanes.hasten(binding.tenant().orElseThrow(), told, clock.instant());
    }

    /** Sends this webhook something to answer to. */
    UUID ping(UUID webhook) {
        UUID id = UUID.randomUUID();
        lanes.lock();
        add(id, webhook, EventType.PING + "/" + id, EventType.PING, clock.instant(), new Ping(webhook));
        lanes.hasten(binding.tenant().orElseThrow(), List.of(webhook), clock.instant());
        return id;
    }

    private boolean add(UUID id, UUID webhook, String event, String type, Instant happenedAt, Object data) {
        return messages.add(id, webhook, event, type, body(type, happenedAt, data), clock.instant());
    }

    private String body(String type, Instant happenedAt, Object data) {
        try {
            return json.writeValueAsString(new Payload(type, happenedAt, data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message could not be written", impossible);
        }
    }

    private record Ping(UUID webhook) {}
}
