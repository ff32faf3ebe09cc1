package org.mentoringcommons.survey.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.survey.invitation.PeopleJoined;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Task;
import org.mentoringcommons.tenancy.TenantBinding;

/** Who joined too late for the round in which everybody was sent the invitation, and is to be sent it still. */
@ApplicationScoped
class Newcomers {

    private static final String ADD =
            """
            insert into newcomer (tenant, wave, participant) select current_tenant(), ?, joined from unnest(?::uuid[]) joined
            where exists (select from mailing_round m where m.wave = ? and (m.done or m.after >= joined))
            on conflict do nothing""";
    private static final String ARE_THERE = "select exists (select from newcomer where wave = ?)";
    private static final String NEXT =
            """
            with next as (delete from newcomer where tenant = current_tenant() and wave = ? and participant =
                          (select min(participant::text)::uuid from newcomer where wave = ?) returning wave, participant)
            select case when i.revoked then null else i.id end, i.participant from next
              join invitation i on i.tenant = current_tenant() and i.wave = next.wave and i.participant = next.participant""";
    private static final String TAKE = "delete from newcomer where wave = ? and participant = ?";

    private final DataSource database;
    private final Mailings mailings;
    private final WaveTasks tasks;
    private final TenantBinding binding;

    Newcomers(DataSource database, Mailings mailings, WaveTasks tasks, TenantBinding binding) {
        this.database = database;
        this.mailings = mailings;
        this.tasks = tasks;
        this.binding = binding;
    }

    void joined(@Observes PeopleJoined event) {
        if (event.people().isEmpty() || mailings.find(event.wave().protocol()).isEmpty()) {
            return;
        }
        UUID wave = event.wave().id();
        mailings.lock(wave, 0); // the round stands still: whom it has not passed it will find
        if (add(wave, event.people()) > 0) {
            tasks.schedule(
                    binding.tenant().orElseThrow(),
                    wave,
                    Task.REMIND,
                    event.wave().window().opensAt());
        }
    }

    boolean areThere(UUID wave) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ARE_THERE)) {
            select.setObject(1, wave);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Passes the next one, who is a newcomer no more; without an id if the invitation was revoked since. */
    Optional<Invitation> next(UUID wave) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(NEXT)) {
            delete.setObject(1, wave);
            delete.setObject(2, wave);
            try (ResultSet row = delete.executeQuery()) {
                return row.next()
                        ? Optional.of(new Invitation(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Whether this one, who is being passed in a round, was a newcomer; from now on it is none. */
    boolean take(UUID wave, UUID participant) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(TAKE)) {
            delete.setObject(1, wave);
            delete.setObject(2, participant);
            return delete.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private int add(UUID wave, List<UUID> people) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, wave);
            insert.setArray(2, connection.createArrayOf("uuid", people.toArray()));
            insert.setObject(3, wave);
            return insert.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("newcomers could not be kept", failure);
    }
}
