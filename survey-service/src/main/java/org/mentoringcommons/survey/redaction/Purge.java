package org.mentoringcommons.survey.redaction;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Puts the redacted words in the place of those that were written, once a wave is over, somebody has decided, and the
 * protocol's time for keeping has passed since both (since the wave's end by the clock, not
 * by the day). An institution is looked at on the day something may be due there, by one instance; what was not due
 * yet is looked at again on a later day.
 */
@ApplicationScoped
class Purge {

    /** How long words are kept where a protocol says nothing. */
    static final int DAYS = 90;

    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final String LATER =
            "insert into purge_due (institution, due_on) values (?, ?) on conflict do nothing";
    private static final String NEXT =
            "select institution, due_on from purge_due where due_on <= ? and institution <> all (?)"
                    + " order by due_on, institution limit 1";
    private static final String CLAIM = "delete from purge_due where institution = ? and due_on = ?";
    private static final String KEPT =
            """
            from redacted_text x join response r on r.tenant = x.tenant and r.id = x.response
              join wave w on w.tenant = r.tenant and w.id = r.wave
              left join text_policy p on p.tenant = w.tenant and p.protocol = w.protocol
              cross join lateral (select greatest(x.decided_on, (w.closes_at at time zone 'UTC')::date)
                                         + coalesce(p.keep_originals_days, %1$d) as day,
                                       w.closes_at + coalesce(p.keep_originals_days, %1$d) * interval '24 hours'
                                         as moment) due
            where not x.purged"""
                    .formatted(DAYS);
    private static final String PURGE =
            """
            with due as (select x.response, x.item, x.text %s and due.day <= ? and due.moment <= ? for update of r, x),
              words as (select response, jsonb_object_agg(item, text) as texts from due group by response),
              gone as (update response r set texts = r.texts || words.texts from words where r.id = words.response)
            update redacted_text x set purged = true from due where x.response = due.response and x.item = due.item"""
                    .formatted(KEPT);
    private static final String DUE = "select min(due.day) " + KEPT;

    private final Statements statements;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Clock clock;

    Purge(Statements statements, TenantTransaction transaction, ExecutorService threads, Clock clock) {
        this.statements = statements;
        this.transaction = transaction;
        this.threads = threads;
        this.clock = clock;
    }

    private record Due(Tenant institution, LocalDate on) {}

    /** Has the institution looked at from this day on. */
    void later(Tenant institution, LocalDate day) {
        statements.update(LATER, institution.id(), day);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of purging failed; the next one follows", failure.getCause());
        }
    }

    /** Does everything that is due; where it fails, that is left to the next round. */
    void round() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<String> failed = new HashSet<>();
        Optional<Due> due;
        while ((due = transaction.call(null, () -> next(today, failed))).isPresent()) {
            Due held = due.get();
            try {
                transaction.run(held.institution(), () -> purge(held, today));
            } catch (RuntimeException failure) {
                failed.add(held.institution().id());
                LOG.warnf(failure, "purging at institution %s failed; the next round tries again", held.institution());
            }
        }
    }

    private Optional<Due> next(LocalDate today, Set<String> failed) {
        return statements.first(
                NEXT, row -> new Due(new Tenant(row.getString(1)), row.getObject(2, LocalDate.class)), today, failed);
    }

    private void purge(Due held, LocalDate today) {
        if (statements.update(CLAIM, held.institution().id(), held.on()) == 0) {
            return; // another instance has done it
        }
        statements.update(PURGE, today, clock.instant().atOffset(ZoneOffset.UTC));
        statements
                .first(DUE, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .flatMap(day -> day)
                .ifPresent(day -> later(held.institution(), day.isAfter(today) ? day : today.plusDays(1)));
    }
}
