package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Messages as their institution's people and portals see them, and what these have sent again; in their transaction. */
@ApplicationScoped
class Replaying {

    private final Webhooks webhooks;
    private final Messages messages;
    private final Announcements announcements;
    private final Lanes lanes;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Clock clock;

    Replaying(
            Webhooks webhooks,
            Messages messages,
            Announcements announcements,
            Lanes lanes,
            AuditTrail trail,
            TenantBinding binding,
            Clock clock) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.announcements = announcements;
        this.lanes = lanes;
        this.trail = trail;
        this.binding = binding;
        this.clock = clock;
    }

    List<Message> list(UUID webhook, Message.State state, UUID after, int most) {
        require(webhook);
        return messages.list(webhook, state, after, most);
    }

    Message message(UUID webhook, UUID id) {
        require(webhook);
        return messages.find(webhook, id)
                .orElseThrow(() -> Refusal.notFound("message").problem());
    }

    Message replay(UUID webhook, UUID id) {
        Message message = message(webhook, id);
        again(webhook, message.id(), null);
        return message(webhook, id);
    }

    /** @return how many there are */
    int replayDead(UUID webhook) {
        require(webhook);
        return again(webhook, null, Message.State.DEAD);
    }

    Message ping(UUID webhook) {
        lanes.lock(); // of two at once, one is made
        require(webhook);
        return messages.waitingPing(webhook).orElseGet(() -> message(webhook, announcements.ping(webhook)));
    }

    private int again(UUID webhook, UUID id, Message.State state) {
        Instant now = clock.instant();
        lanes.lock();
        int count = messages.replay(webhook, id, state, now);
        lanes.hasten(institution(), List.of(webhook), now);
        trail.record(Deed.of("webhook.replayed", "webhook", webhook.toString())
                .institution(institution())
                .detail(count + " messages"));
        return count;
    }

    private void require(UUID webhook) {
        if (webhooks.find(webhook).isEmpty()) {
            throw Refusal.notFound("webhook").problem();
        }
    }

    private Tenant institution() {
        return binding.tenant().orElseThrow();
    }
}
