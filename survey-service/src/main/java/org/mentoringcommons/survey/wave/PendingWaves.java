package org.mentoringcommons.survey.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Tenant;

/**
 * Workshops whose wave is to be opened or whose people are to be invited, across institutions. The database's clock
 * decides what is due, so that instances need not agree on the time.
 */
@ApplicationScoped
public class PendingWaves {

    private static final String ADD =
            """
            insert into pending_wave (institution, workshop) values (?, ?)
            on conflict (institution, workshop) do update set due_at = now(), attempts = 0, claim = null""";
    private static final String HASTEN =
            "update pending_wave set due_at = now() where institution = ? and claim is null";
    /** What is due is looked for once: joined as it is, a plan may look anew for every row, and find another each time. */
    private static final String CLAIM =
            """
            with due as materialized (
              select w.institution, w.workshop from pending_wave w where w.due_at <= now()
              and not exists (select from institution i where i.id = w.institution and i.state <> 'active')
              order by w.due_at limit 1 for update of w skip locked)
            update pending_wave p set claim = gen_random_uuid(), attempts = attempts + 1,
                                      due_at = now() + make_interval(secs => ?)
            from due where p.institution = due.institution and p.workshop = due.workshop
            returning p.institution, p.workshop, p.attempts, p.claim""";

    private static final String DONE = "delete from pending_wave where institution = ? and workshop = ? and claim = ?";
    private static final String HOLD =
            "select 1 from pending_wave where institution = ? and workshop = ? and claim = ? for update";
    private static final String LATER =
            """
            update pending_wave set due_at = now() + make_interval(secs => ?), claim = null
            where institution = ? and workshop = ? and claim = ?""";

    /** Longer than any attempt takes: after it the claimant is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DataSource database;
    private final Event<Added> added;

    PendingWaves(DataSource database, Event<Added> added) {
        this.database = database;
        this.added = added;
    }

    /** Raised within the transaction that asks for something to be done; after its success that can be done. */
    public record Added() {}

    /**
     * Something to do, held for a minute by whoever claimed it.
     *
     * @param attempts how many claims there were, with this one
     */
    public record Claim(Tenant institution, UUID workshop, int attempts, UUID claim) {}

    /** Asks for a workshop's wave to be looked after; asked again while that happens, it happens once more. */
    void add(Tenant institution, UUID workshop) {
        update(ADD, institution.id(), workshop);
        added.fire(new Added());
    }

    /** What waits for this institution need wait no longer. */
    void hasten(Tenant institution) {
        update(HASTEN, institution.id());
    }

    /**
     * Takes what has been due for longest, if anything is and no other instance has it. What an institution that may
     * not act waits for goes on waiting.
     */
    public Optional<Claim> claim() {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setDouble(1, LEASE.toSeconds());
            try (ResultSet row = claim.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Claim(
                        new Tenant(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getObject(4, UUID.class)));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("pending waves cannot be read", failure);
        }
    }

    /** Whether it was not asked for again since; until the transaction ends it will not be. */
    public boolean holds(Claim claim) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(HOLD)) {
            select.setString(1, claim.institution().id());
            select.setObject(2, claim.workshop());
            select.setObject(3, claim.claim());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("pending waves cannot be read", failure);
        }
    }

    /** Nothing remains to be done, unless it was asked for again meanwhile. */
    public void done(Claim claim) {
        update(DONE, claim.institution().id(), claim.workshop(), claim.claim());
    }

    /** To be tried again after a while. */
    public void later(Claim claim, Duration pause) {
        update(LATER, (double) pause.toSeconds(), claim.institution().id(), claim.workshop(), claim.claim());
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("pending waves cannot be kept", failure);
        }
    }
}
