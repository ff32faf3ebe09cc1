package org.mentoringcommons.curriculum.agreement;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.curriculum.agreement.ReminderTasks.Claim;
import org.mentoringcommons.curriculum.institution.Institutions;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.curriculum.link.SignedLinks.Purpose;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Sends reminders that are due. Each is counted as sent in a transaction that also proves the claim; only then the mail
 * goes out: a crash in between, or a mail server that refuses it, costs one person one mail, and nobody gets one twice.
 */
@ApplicationScoped
class ReminderRounds {

    private static final Logger LOG = Logger.getLogger(ReminderRounds.class);
    private static final Duration WHILE_SUSPENDED = Duration.ofHours(1);
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final ReminderTasks tasks;
    private final Reminders reminders;
    private final Institutions institutions;
    private final Post post;
    private final SignedLinks links;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Clock clock;

    ReminderRounds(
            ReminderTasks tasks,
            Reminders reminders,
            Institutions institutions,
            Post post,
            SignedLinks links,
            TenantTransaction transaction,
            ExecutorService threads,
            Clock clock) {
        this.tasks = tasks;
        this.reminders = reminders;
        this.institutions = institutions;
        this.post = post;
        this.links = links;
        this.transaction = transaction;
        this.threads = threads;
        this.clock = clock;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of reminders failed; the next one follows", failure.getCause());
        }
    }

    /** Sends everything that is due. */
    void round() {
        Optional<Claim> claim;
        while ((claim = transaction.call(null, tasks::claim)).isPresent()) {
            attend(claim.get());
        }
    }

    private void attend(Claim claim) {
        Optional<Reminders.Reminder> counted;
        try {
            if (!post.isThere()) {
                throw new IllegalStateException("the mail server is away");
            }
            counted = transaction.call(claim.institution(), () -> pass(claim));
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "reminder %s: %s; nothing was sent, trying again",
                    claim.reminder(), failure.getClass().getSimpleName());
            transaction.run(null, () -> tasks.again(claim));
            return;
        }
        counted.ifPresent(reminder -> send(claim, reminder));
    }

    private void send(Claim claim, Reminders.Reminder reminder) {
        try {
            URI end = links.address(
                    Purpose.REMINDER, links.token(Purpose.REMINDER, claim.institution(), claim.reminder()));
            post.send(reminder.address(), Letter.of(reminder, end));
        } catch (RuntimeException failure) {
            // no message of a failure of mail: it may name an address
            LOG.warnf(
                    "reminder %s: %s; it counts as sent, the next one follows when it is due",
                    claim.reminder(), failure.getClass().getSimpleName());
        }
    }

    /** Counts it as sent; empty if it is not to be sent, or no more ours to send. */
    private Optional<Reminders.Reminder> pass(Claim claim) {
        Optional<Reminders.Reminder> found = reminders.lock(claim.reminder());
        if (found.isEmpty()) {
            return found; // and with it went the task
        }
        if (institutions.notActive().containsKey(claim.institution())) {
            tasks.later(claim, clock.instant().plus(WHILE_SUSPENDED));
            return Optional.empty();
        }
        boolean due = found.get().isDue();
        if (due && found.get().isOver()) {
            reminders.lapse(claim.reminder());
            return Optional.empty();
        }
        Instant next = due ? reminders.pass(claim.reminder(), !found.get().isSeen()) : reminders.next(claim.reminder());
        boolean ours = tasks.later(
                claim, Objects.requireNonNullElseGet(next, () -> clock.instant().plus(NEVER)));
        if (!ours) {
            throw new IllegalStateException("somebody else has it by now");
        }
        return due ? found : Optional.empty();
    }
}
