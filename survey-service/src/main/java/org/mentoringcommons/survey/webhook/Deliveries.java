package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.tenancy.Standing;

/** What a claimed webhook is sent, step by step; each step is a transaction of the institution. */
@ApplicationScoped
class Deliveries {

    private static final Duration WHILE_SUSPENDED = Duration.ofHours(1);
    private static final Duration LOOK_FOR_OLD_ONES = Duration.ofDays(1);
    /** Before the next message after one that failed, due or not. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final Webhooks webhooks;
    private final Messages messages;
    private final Signatures signatures;
    private final Institutions institutions;
    private final WebhookSettings settings;
    private final Clock clock;

    Deliveries(
            Lanes lanes,
            Webhooks webhooks,
            Messages messages,
            Signatures signatures,
            Institutions institutions,
            WebhookSettings settings,
            Clock clock) {
        this.lanes = lanes;
        this.webhooks = webhooks;
        this.messages = messages;
        this.signatures = signatures;
        this.institutions = institutions;
        this.settings = settings;
        this.clock = clock;
    }

    /** A message as it is to be sent now. */
    record Attempt(Message message, String url, Map<String, String> headers) {}

    /** What is to be sent; if nothing is, the webhook is given back. */
    Optional<Attempt> first(Lanes.Claim claim) {
        Instant now = clock.instant();
        if (!lanes.hold(claim, now)) {
            return Optional.empty();
        }
        return next(claim, now);
    }

    /** Takes note of what came of an attempt. @return what is to be sent next, if the webhook answers and is still ours */
    Optional<Attempt> after(Lanes.Claim claim, Message message, Outcome outcome) {
        Instant now = clock.instant();
        boolean ours = lanes.hold(claim, now);
        if (outcome.delivered()) {
            messages.delivered(message, outcome, now); // true whoever has it now
        } else if (messages.failed(message, outcome, now)) { // of one that is always down, something always waits
            messages.forgetOver(claim.webhook(), now.minus(settings.kept()));
        }
        if (!ours) {
            return Optional.empty();
        }
        if (outcome.delivered()) {
            return next(claim, now);
        }
        giveBack(claim, now.plus(AFTER_FAILURE), true);
        return Optional.empty();
    }

    private Optional<Attempt> next(Lanes.Claim claim, Instant now) {
        Standing standing = institutions.notActive().get(claim.institution());
        if (standing != null) {
            rest(claim, standing, now);
            return Optional.empty();
        }
        Optional<Webhook> webhook = webhooks.find(claim.webhook());
        if (webhook.isEmpty()) {
            return Optional.empty();
        }
        Optional<Message> message = messages.next(claim.webhook(), now);
        if (message.isEmpty()) {
            messages.forgetOver(claim.webhook(), now.minus(settings.kept()));
            giveBack(claim, now, false);
        }
        return message.map(due -> attempt(webhook.get(), due, now));
    }

    /** Nothing goes out. What waits goes on waiting, but at one closed for good no longer than messages are kept. */
    private void rest(Lanes.Claim claim, Standing standing, Instant now) {
        Instant before = now.minus(settings.kept());
        if (standing == Standing.SUSPENDED) {
            messages.forgetOver(claim.webhook(), before);
            lanes.giveBack(claim, now.plus(WHILE_SUSPENDED), false);
        } else {
            messages.forgetAll(claim.webhook(), before);
            lanes.giveBack(claim, messages.isAnyKept(claim.webhook()) ? now.plus(LOOK_FOR_OLD_ONES) : null, false);
        }
    }

    /** Not before this moment. */
    private void giveBack(Lanes.Claim claim, Instant earliest, boolean failing) {
        Instant due = messages.nextDue(claim.webhook());
        if (due == null && messages.isAnyKept(claim.webhook())) {
            due = earliest.plus(LOOK_FOR_OLD_ONES);
        }
        lanes.giveBack(claim, due == null || due.isAfter(earliest) ? due : earliest, failing);
    }

    private Attempt attempt(Webhook webhook, Message message, Instant now) {
        return new Attempt(
                message,
                webhook.url(),
                Map.of(
                        "content-type", "application/json",
                        "user-agent", "Mentoring-Commons-Webhooks/1",
                        "webhook-id", message.wireId(),
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", signatures.header(webhook, message.wireId(), now, message.body())));
    }
}
