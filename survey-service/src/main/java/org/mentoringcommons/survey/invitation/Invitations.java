package org.mentoringcommons.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.Consents;
import org.mentoringcommons.survey.seal.Hmac;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.survey.wave.PeopleNamed;
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
    private static final String DELETE =
            """
            with gone as (delete from invitation where participant = ? returning tenant, wave)
            select distinct w.protocol from gone join wave w on w.tenant = gone.tenant and w.id = gone.wave""";
    private static final String FORGET =
            "insert into forgotten (tenant, fingerprint) values (current_tenant(), ?) on conflict do nothing";
    /** Nobody is invited by who has not heard yet that they asked to be forgotten: the two acts follow one another. */
    private static final String ONE_AFTER_ANOTHER =
            "select pg_advisory_xact_lock(hashtextextended('forgotten/' || current_tenant(), 0))";

    private static final String FORGOTTEN = "select fingerprint from forgotten where fingerprint = any (?)";
    private static final String INVITEE =
            """
            select i.participant, w.id, w.opens_at, w.closes_at, w.protocol, w.instrument_key, w.instrument_version,
                   w.final_responded is not null, n.time_zone,
                   (select c.number from consent c where c.tenant = w.tenant and c.protocol = w.protocol
                    order by c.number desc limit 1)
                   %s
            from invitation i
              join wave w on w.tenant = i.tenant and w.id = i.wave
              join institution n on n.id = i.tenant
            where i.id = ? and not i.revoked""";
    /**
     * Many answers under a protocol may come in at once, but none while somebody withdraws from it: what is read after
     * this lock knows of every withdrawal that came before.
     */
    private static final String LET_IN =
            ", pg_advisory_xact_lock_shared(hashtextextended('answers/' || w.protocol::text, 0))";

    private static final String NEXT_NOT_PASSED =
            """
            select id, participant from invitation
            where wave = ? and not passed and not revoked and participant > ? order by participant limit 1""";
    private static final String PASS = "update invitation set passed = true where id = ? and not passed";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String OF_WAVE =
            """
            select id, participant from invitation where wave = ? and not revoked and (?::uuid is null or participant > ?::uuid)
            order by participant limit ?""";

    private final DataSource database;
    private final Seals seals;
    private final Consents consents;

    Invitations(DataSource database, Seals seals, Consents consents) {
        this.database = database;
        this.seals = seals;
        this.consents = consents;
    }

    /** An invitation and the opaque id of who has it. */
    public record Invitation(UUID id, UUID participant) {}

    /**
     * Makes the invited exactly these people. Who was invited before keeps the same link; who is no longer among them
     * has a link that leads nowhere, until they come back. Who asked to be forgotten is left out.
     */
    void invite(UUID wave, Collection<UUID> everybody) {
        oneAfterAnother();
        Set<UUID> participants = new LinkedHashSet<>(everybody);
        participants.removeAll(forgotten(everybody));
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

    void invite(@Observes PeopleNamed named) {
        invite(named.wave().id(), named.people());
    }

    /** The next one after this participant whose turn for the invitation by mail has not come; null is before all. */
    public Optional<Invitation> nextNotPassed(UUID wave, UUID after) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT_NOT_PASSED)) {
            select.setObject(1, wave);
            select.setObject(2, after == null ? BEFORE_ALL : after);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Invitation(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("invitations could not be read", failure);
        }
    }

    /** The turn for the invitation by mail has come. @return whether it had not before */
    public boolean pass(UUID invitation) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(PASS)) {
            update.setObject(1, invitation);
            return update.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("invitations could not be written", failure);
        }
    }

    /** All that were not revoked. */
    public List<Invitation> ofWave(UUID wave) {
        return ofWave(wave, null, Integer.MAX_VALUE);
    }

    /** Who has this invitation, unless it was revoked. */
    public Optional<Invitee> invitee(UUID invitation) {
        return invitee(invitation, INVITEE.formatted(""));
    }

    /** As {@link #invitee}, to take an answer: nobody withdraws from the protocol until the transaction ends. */
    public Optional<Invitee> inviteeToAnswer(UUID invitation) {
        return invitee(invitation, INVITEE.formatted(LET_IN));
    }

    /** Deletes all invitations of this participant. @return under which protocols there were any; empty if there was none */
    List<UUID> delete(UUID participant) {
        oneAfterAnother();
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, participant);
            List<UUID> protocols = new ArrayList<>();
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    protocols.add(row.getObject(1, UUID.class));
                }
            }
            return protocols;
        } catch (SQLException failure) {
            throw new IllegalStateException("invitations could not be deleted", failure);
        }
    }

    /** Takes note that this participant is not to be invited (again), whatever a roster says. */
    void leaveOut(UUID participant) {
        oneAfterAnother();
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setBytes(1, fingerprint(participant));
            forget.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("who asked to be forgotten could not be kept", failure);
        }
    }

    private void oneAfterAnother() {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(ONE_AFTER_ANOTHER)) {
            lock.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("who is invited cannot be settled", failure);
        }
    }

    boolean isForgotten(UUID participant) {
        return !forgotten(List.of(participant)).isEmpty();
    }

    private Set<UUID> forgotten(Collection<UUID> participants) {
        Map<ByteBuffer, UUID> byFingerprint = new HashMap<>();
        participants.forEach(participant -> byFingerprint.put(ByteBuffer.wrap(fingerprint(participant)), participant));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FORGOTTEN)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bytea",
                            byFingerprint.keySet().stream()
                                    .map(ByteBuffer::array)
                                    .toArray(byte[][]::new)));
            Set<UUID> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(byFingerprint.get(ByteBuffer.wrap(row.getBytes(1))));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("who asked to be forgotten could not be read", failure);
        }
    }

    private byte[] fingerprint(UUID participant) {
        return seals.hash(Seals.Purpose.FORGOTTEN, Hmac.bytes(participant));
    }

    private Optional<Invitee> invitee(UUID invitation, String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, invitation);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                UUID protocol = row.getObject(5, UUID.class);
                return Optional.of(new Invitee(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new Window(
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                        protocol,
                        new InstrumentReference(row.getString(6), row.getString(7)),
                        row.getBoolean(8),
                        ZoneId.of(row.getString(9)),
                        consents.taken(protocol, row.getInt(10))));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an invitation could not be read", failure);
        }
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
