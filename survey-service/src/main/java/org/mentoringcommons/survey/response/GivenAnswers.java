package org.mentoringcommons.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.tenancy.Refusal;

/** Answers that were given, for whoever gave them to take back. */
@ApplicationScoped
public class GivenAnswers {

    private static final String GIVER =
            """
            select distinct w.protocol, r.pseudonym from response r
              join wave w on w.tenant = r.tenant and w.id = r.wave
            where r.receipt_hash = any (?) limit 2""";
    private static final String GIVER_OF_RECORD =
            """
            select w.protocol, r.pseudonym from response r join wave w on w.tenant = r.tenant and w.id = r.wave
            where w.protocol = ? and r.record = any (?) limit 1""";
    private static final String HOLD_BACK =
            "select pg_advisory_xact_lock(hashtextextended('answers/' || ?::text, 0))"; // see Invitations
    private static final String LOCK =
            """
            select r.id from response r join wave w on w.tenant = r.tenant and w.id = r.wave
            where w.protocol = ? and r.pseudonym = ? order by r.id for update of r""";
    private static final String SET_ASIDE =
            """
            insert into excluded_response (tenant, id, wave, pseudonym, research, consent_version, consent_language,
                                           answers, texts)
            select tenant, id, wave, pseudonym, research, consent_version, consent_language, answers, texts
            from response where id = any (?)""";
    private static final String REMOVE =
            """
            delete from response r using wave w where r.id = any (?) and w.tenant = r.tenant and w.id = r.wave
            returning r.id, r.wave, r.revision, w.opens_at""";

    private final DataSource database;
    private final Outbox outbox;

    GivenAnswers(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Somebody who answered, without a name. */
    public record Giver(UUID protocol, byte[] pseudonym) {}

    /**
     * Who gave the answer with this receipt.
     *
     * @param hashes of the receipt's spellings
     */
    public Optional<Giver> giver(List<byte[]> hashes) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(GIVER)) {
            select.setArray(1, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Giver giver = new Giver(row.getObject(1, UUID.class), row.getBytes(2));
                if (row.next()) {
                    throw Refusal.conflict("receipt-ambiguous", "Several people were given this receipt")
                            .detail("Withdraw by the personal link instead.")
                            .violation("receipt", "belongs to several answers")
                            .problem();
                }
                return Optional.of(giver);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an answer could not be looked up", failure);
        }
    }

    /**
     * Who gave the imported answer that is known by one of these.
     *
     * @param records as files' own names for it make them
     */
    public Optional<Giver> giverOfRecord(UUID protocol, List<byte[]> records) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(GIVER_OF_RECORD)) {
            select.setObject(1, protocol);
            select.setArray(2, connection.createArrayOf("bytea", records.toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Giver(row.getObject(1, UUID.class), row.getBytes(2)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an answer could not be looked up", failure);
        }
    }

    /** Lets no answer under this protocol in until the transaction ends, and waits for those that are coming in. */
    public void holdBack(UUID protocol) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(HOLD_BACK)) {
            lock.setString(1, protocol.toString());
            lock.executeQuery();
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be held back", failure);
        }
    }

    /** All that this person has sent under this protocol; nobody codes it until the transaction ends. */
    public List<UUID> lock(UUID protocol, byte[] pseudonym) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, protocol);
            select.setBytes(2, pseudonym);
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be locked", failure);
        }
    }

    /** Keeps these answers where nothing counts, exports or codes them, and tells everybody that they are gone. */
    public void setAside(Collection<UUID> answers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(SET_ASIDE)) {
            insert.setArray(1, connection.createArrayOf("uuid", answers.toArray()));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be set aside", failure);
        }
        destroy(answers);
    }

    /** Removes these answers, and tells everybody that they are gone. */
    public void destroy(Collection<UUID> answers) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setArray(1, connection.createArrayOf("uuid", answers.toArray()));
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    ResponseFact.withdrawn(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getInt(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant())
                            .forEach(outbox::append);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be removed", failure);
        }
    }
}
