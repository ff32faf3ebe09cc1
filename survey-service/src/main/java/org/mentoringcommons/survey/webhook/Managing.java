package org.mentoringcommons.survey.webhook;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** What people and portals decide about the webhooks of the institution worked for; each a transaction. */
@ApplicationScoped
class Managing {

    private final Webhooks webhooks;
    private final Lanes lanes;
    private final WaveSteps waves;
    private final WebhookSettings settings;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Clock clock;

    Managing(
            Webhooks webhooks,
            Lanes lanes,
            WaveSteps waves,
            WebhookSettings settings,
            AuditTrail trail,
            TenantBinding binding,
            Clock clock) {
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.waves = waves;
        this.settings = settings;
        this.trail = trail;
        this.binding = binding;
        this.clock = clock;
    }

    /**
     * @throws HttpProblem 409 {@code too-many-webhooks}, {@code webhook-exists}
     */
    @Transactional
    Webhook add(NewWebhook wanted) {
        webhooks.takeTurn();
        if (webhooks.all().size() >= settings.most()) {
            throw Refusal.conflict("too-many-webhooks", "The institution has as many webhooks as it may")
                    .detail("At most " + settings.most() + "; change or remove one.")
                    .problem();
        }
        requireAddressFree(wanted.url(), null);
        UUID id = UUID.randomUUID();
        webhooks.add(id, wanted);
        lanes.add(institution(), id);
        countIfWanted(wanted);
        note("webhook.made", id, told(wanted));
        return require(id);
    }

    /**
     * @throws HttpProblem 404, 409 {@code webhook-exists}, {@code changed-meanwhile}, 412 {@code changed-since-read}
     */
    @Transactional
    Webhook change(UUID id, NewWebhook wanted, String ifMatch) {
        webhooks.takeTurn();
        Webhook present = require(id);
        String tag = "\"" + present.revision() + "\"";
        if (ifMatch != null && !ifMatch.trim().equals(tag)) {
            throw Refusal.of(
                            "changed-since-read",
                            Response.Status.PRECONDITION_FAILED,
                            "It has changed since it was read")
                    .violation(HttpHeaders.IF_MATCH, "the ETag now is " + tag)
                    .problem();
        }
        requireAddressFree(wanted.url(), id);
        if (!webhooks.change(present, wanted)) { // its secret was rotated at the same moment
            throw Refusal.conflict("changed-meanwhile", "Somebody else changed it at the same moment")
                    .problem();
        }
        countIfWanted(wanted);
        note("webhook.changed", id, told(wanted));
        return require(id);
    }

    /** Messages that have not been delivered go with it. */
    @Transactional
    void remove(UUID id) {
        lanes.lock(); // before the webhook, as whoever adds messages does
        require(id);
        lanes.remove(institution(), id);
        webhooks.remove(id);
        note("webhook.removed", id, null);
    }

    /** The one before the present secret, if it still was good, is good no more. */
    @Transactional
    Webhook rotate(UUID id, NewSecret wanted) {
        webhooks.takeTurn();
        require(id);
        webhooks.rotate(id, clock.instant().plus(wanted.overlap()));
        note("webhook-secret.rotated", id, "overlap " + wanted.overlap());
        return require(id);
    }

    @Transactional
    List<Webhook> all() {
        return webhooks.all();
    }

    @Transactional
    Webhook find(UUID id) {
        return require(id);
    }

    private Webhook require(UUID id) {
        return webhooks.find(id).orElseThrow(() -> Refusal.notFound("webhook").problem());
    }

    private void requireAddressFree(String url, UUID own) {
        webhooks.at(url).filter(other -> !other.id().equals(own)).ifPresent(other -> {
            throw Refusal.conflict("webhook-exists", "The institution has a webhook there")
                    .violation("url", "is that of webhook " + other.id())
                    .problem();
        });
    }

    private void countIfWanted(NewWebhook wanted) {
        if (wanted.events().contains(EventType.WAVE_ANSWERED)) {
            waves.count(clock.instant());
        }
    }

    /** Its host: a path may be a secret of its receiver's. */
    private static String told(NewWebhook wanted) {
        return "at " + URI.create(wanted.url()).getHost() + ", of "
                + String.join(
                        ", ", wanted.events().stream().map(EventType::word).toList());
    }

    private Tenant institution() {
        return binding.tenant().orElseThrow();
    }

    private void note(String action, UUID webhook, String detail) {
        Deed deed = Deed.of(action, "webhook", webhook.toString()).institution(institution());
        trail.record(detail == null ? deed : deed.detail(detail));
    }
}
