package org.mentoringcommons.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.wave.Window;

/** The invitations of the institution worked for. Plain SQL: whole rosters at once, and one read per answer. */
@ApplicationScoped
public class Invitations {

    private static final String INVITE =
            """
            insert into invitation (tenant, wave, participant) select current_tenant(), ?, unnest(?)
            on conflict (tenant, wave, participant) do update set revoked = false where invitation.revoked""";
    private static final String REVOKE =
            "update invitation set revoked = true where wave = ? and not revoked and participant <> all (?)";
    private static final String INVITEE =
            """
            select i.participant, w.id, w.opens_at, w.closes_at, p.id, p.instrument_key, p.instrument_version,
                   array(select c.version || ' ' || l.language
                         from consent c cross join unnest(c.languages) with ordinality l(language, place)
                         where c.tenant = p.tenant and c.protocol = p.id
                           and c.number >= (select n.basis from consent n where n.tenant = p.tenant
                                            and n.protocol = p.id order by n.number desc limit 1)
                         order by c.number desc, l.place)
            from invitation i
              join wave w on w.tenant = i.tenant and w.id = i.wave
              join protocol p on p.tenant = w.tenant and p.id = w.protocol
            where i.id = ? and not i.revoked""";
    private static final String OF_WAVE =
            """
            select id, participant from invitation where wave = ? and not revoked and (?::uuid is null or participant > ?::uuid)
            order by participant limit ?""";

    private final DataSource database;

    Invitations(DataSource database) {
        this.database = database;
    }

    /** An invitation and the opaque id of who has it. */
    record Invitation(UUID id, UUID participant) {}

    /**
     * Makes the invited exactly these people. Who was invited before keeps the same link; who is no longer among them
     * has a link that leads nowhere, until they come back.
     */
    void invite(UUID wave, Collection<UUID> participants) {
        try (Connection connection = database.getConnection();
                PreparedStatement invite = connection.prepareStatement(INVITE);
                PreparedStatement revoke = connection.prepareStatement(REVOKE)) {
            java.sql.Array ids = connection.createArrayOf("uuid", participants.toArray());
            invite.setObject(1, wave);
            invite.setArray(2, ids);
            invite.executeUpdate();
            revoke.setObject(1, wave);
            revoke.setArray(2, ids);
            revoke.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("invitations could not be written", failure);
        }
    }

    /** Who has this invitation, unless it was revoked. */
    public Optional<Invitee> invitee(UUID invitation) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(INVITEE)) {
            select.setObject(1, invitation);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Invitee(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new Window(
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                        row.getObject(5, UUID.class),
                        new InstrumentReference(row.getString(6), row.getString(7)),
                        consents((String[]) row.getArray(8).getArray())));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an invitation could not be read", failure);
        }
    }

    private static List<ConsentReference> consents(String[] versionsAndLanguages) {
        return Arrays.stream(versionsAndLanguages)
                .map(both -> both.split(" ")) // neither may contain a blank
                .map(both -> new ConsentReference(both[0], both[1]))
                .toList();
    }

    List<Invitation> ofWave(UUID wave, UUID after, int count) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_WAVE)) {
            select.setObject(1, wave);
            select.setObject(2, after, java.sql.Types.OTHER);
            select.setObject(3, after, java.sql.Types.OTHER);
            select.setInt(4, count);
            List<Invitation> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Invitation(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("invitations could not be read", failure);
        }
    }
}
