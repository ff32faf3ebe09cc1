package org.mentoringcommons.survey.wave;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Tenant;

/**
 * What is to be done with waves at given moments, across institutions. The database's clock decides what is due, so that
 * instances need not agree on the time.
 */
@ApplicationScoped
public class WaveTasks {

    private static final String SCHEDULE =
            """
            insert into wave_task (institution, wave, task, due_at) values (?, ?, ?, ?)
            on conflict (institution, wave, task) do update set due_at = excluded.due_at, attempts = 0, claim = null""";
    private static final String SCHEDULE_OPEN =
            """
            insert into wave_task (institution, wave, task, due_at)
            select tenant, id, ?, ? from wave
            where tenant = current_tenant() and final_responded is null and opens_at <= ? and closes_at > ?
            on conflict do nothing""";
    /** What is due is looked for once: joined as it is, a plan may look anew for every row, and find another each time. */
    private static final String CLAIM =
            """
            with due as materialized (
              select institution, wave, task from wave_task where task = ? and due_at <= now()
              order by due_at limit 1 for update skip locked)
            update wave_task t set claim = gen_random_uuid(), attempts = attempts + 1,
                                   due_at = now() + make_interval(secs => ?)
            from due where t.institution = due.institution and t.wave = due.wave and t.task = due.task
            returning t.institution, t.wave, t.attempts, t.claim""";

    private static final String DONE =
            "delete from wave_task where institution = ? and wave = ? and task = ? and claim = ?";
    private static final String LATER =
            """
            update wave_task set due_at = ?, claim = null
            where institution = ? and wave = ? and task = ? and claim = ?""";
    private static final String PROLONG =
            """
            update wave_task set due_at = now() + make_interval(secs => ?)
            where institution = ? and wave = ? and task = ? and claim = ?""";
    private static final String AGAIN =
            """
            update wave_task set due_at = now() + make_interval(secs => ?), claim = null
            where institution = ? and wave = ? and task = ? and claim = ?""";

    /** Longer than any attempt takes: after it the claimant is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int LONGEST_PAUSE_DOUBLINGS = 8; // about four minutes
    private static final int LONGEST_DOUBLINGS_FOR_FEW = 12; // about an hour

    private final DataSource database;

    WaveTasks(DataSource database) {
        this.database = database;
    }

    /** What is to be done. */
    public enum Task {
        CLOSE,
        REMIND,
        /** Webhooks are told that it has opened. */
        OPENED,
        /** Webhooks are told that it will close soon. */
        CLOSING,
        /** Webhooks are told how many have answered, if they are many more. */
        COUNT
    }

    /**
     * Something to do, held by whoever claimed it.
     *
     * @param attempts how many claims there were, with this one
     */
    public record Claim(Tenant institution, UUID wave, Task task, int attempts, UUID claim) {}

    /** Asks for it to be done then, and not when it was asked for before. */
    public void schedule(Tenant institution, UUID wave, Task task, Instant due) {
        update(SCHEDULE, institution.id(), wave, task.name(), due.atOffset(ZoneOffset.UTC));
    }

    /** Asks for it to be done then with every open wave of the institution worked for, unless it was asked for. */
    public void scheduleOpen(Task task, Instant now, Instant due) {
        update(
                SCHEDULE_OPEN,
                task.name(),
                due.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    /** Takes what has been due for longest, if anything is and no other instance has it. */
    public Optional<Claim> claim(Task task) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, task.name());
            claim.setDouble(2, LEASE.toSeconds());
            try (ResultSet row = claim.executeQuery()) {
                return row.next()
                        ? Optional.of(new Claim(
                                new Tenant(row.getString(1)),
                                row.getObject(2, UUID.class),
                                task,
                                row.getInt(3),
                                row.getObject(4, UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("tasks cannot be read", failure);
        }
    }

    /** Nothing remains to be done, unless it was asked for again meanwhile. */
    public void done(Claim claim) {
        update(DONE, claim.institution().id(), claim.wave(), claim.task().name(), claim.claim());
    }

    /** It is not time yet, or there is more to do then. */
    public void later(Claim claim, Instant due) {
        update(
                LATER,
                due.atOffset(ZoneOffset.UTC),
                claim.institution().id(),
                claim.wave(),
                claim.task().name(),
                claim.claim());
    }

    /** Whether it is still ours to do; if so, for as long again. */
    public boolean prolong(Claim claim) {
        return update(
                        PROLONG,
                        (double) LEASE.toSeconds(),
                        claim.institution().id(),
                        claim.wave(),
                        claim.task().name(),
                        claim.claim())
                == 1;
    }

    /** It failed, and is to be tried again after a pause that grows. */
    public void again(Claim claim) {
        again(claim, LONGEST_PAUSE_DOUBLINGS);
    }

    /** As {@link #again(Claim)}, but only few wait for it: in the end it is tried every hour. */
    public void againForFew(Claim claim) {
        again(claim, LONGEST_DOUBLINGS_FOR_FEW);
    }

    private void again(Claim claim, int longest) {
        update(
                AGAIN,
                (double) (1L << Math.min(claim.attempts() - 1, longest)),
                claim.institution().id(),
                claim.wave(),
                claim.task().name(),
                claim.claim());
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("tasks cannot be kept", failure);
        }
    }
}
