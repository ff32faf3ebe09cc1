package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.draft.Drafts;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.wave.RespondedCounts;

/** The answers of the institution worked for. Plain SQL, because the database decides who was first. */
@ApplicationScoped
public class Responses implements RespondedCounts {

    private static final String ADD =
            """
            with sent as (delete from draft where tenant = current_tenant() and wave = ? and key = ?)
            insert into response (tenant, id, wave, pseudonym, receipt_hash, research, consent_version, consent_language,
                                  answers, texts, unfinished)
            select current_tenant(), ?, ?, ?, ?, ?, ?::text, ?::text, ?::jsonb, ?::jsonb, ?
            where not exists (select from withdrawal where protocol = ? and pseudonym = ?)
            on conflict (tenant, wave, pseudonym) do nothing""";
    private static final String RECEIPT =
            """
            select receipt_hash, research, consent_version, consent_language from response
            where tenant = current_tenant() and wave = ? and pseudonym = ?""";
    private static final String GIVEN =
            """
            select id, receipt_hash, revision, consent_version, consent_language, research, answers, texts from response
            where tenant = current_tenant() and wave = ? and pseudonym = ? for update""";
    private static final String CORRECT =
            """
            update response set revision = revision + 1, research = ?, consent_version = ?, consent_language = ?,
                                answers = ?::jsonb, texts = ?::jsonb
            where tenant = current_tenant() and id = ? returning revision""";
    private static final String MINGLE =
            """
            update response r set wave = r.wave
            from (select id from response where wave = ? order by random() offset 0) one
            where r.tenant = current_tenant() and r.id = one.id""";
    private static final String PARTICIPATION =
            """
            select case when exists (select from withdrawal w where w.tenant = t.tenant and w.protocol = t.protocol
                                     and w.pseudonym = t.pseudonym) then 'WITHDRAWN'
                        when exists (select from response r where r.tenant = t.tenant and r.wave = t.wave
                                     and r.pseudonym = t.pseudonym) then 'ANSWERED'
                        when exists (select from declination d where d.tenant = t.tenant and d.wave = t.wave
                                     and d.pseudonym = t.pseudonym) then 'DECLINED'
                        else 'NONE' end, t.pseudonym
            from (select current_tenant() as tenant, ?::uuid as protocol, ?::uuid as wave, unnest(?) as pseudonym) t""";
    private static final String UNDER_ANOTHER =
            """
            select exists (select from response r where r.wave = ? and r.pseudonym = ? and r.consent_version <> all (?))
              and not exists (select from withdrawal w where w.protocol = ? and w.pseudonym = ?)""";
    private static final String DECLINE =
            "insert into declination (tenant, wave, pseudonym) values (current_tenant(), ?, ?) on conflict do nothing";
    private static final String COUNT =
            "select wave, count(*) from response where tenant = current_tenant() and wave = any (?) group by wave";

    private final DataSource database;
    private final Drafts drafts;
    private final ObjectMapper json;

    Responses(DataSource database, Drafts drafts, ObjectMapper json) {
        this.json = json;
        this.database = database;
        this.drafts = drafts;
    }

    /**
     * Keeps an answer, unless its participant has answered this wave before or left the protocol. Of two at once, the
     * second waits for the first to commit. What was saved of it as a draft goes in the same statement.
     *
     * @return whether it was kept
     */
    boolean addIfFirst(UUID protocol, Response response) {
        return add(protocol, response, false);
    }

    /** As {@link #addIfFirst}, of what was saved and never sent. */
    boolean addUnfinished(UUID protocol, Response response) {
        return add(protocol, response, true);
    }

    private boolean add(UUID protocol, Response response, boolean unfinished) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, response.wave());
            insert.setBytes(2, drafts.key(response.pseudonym()));
            insert.setObject(3, response.id());
            insert.setObject(4, response.wave());
            insert.setBytes(5, response.pseudonym());
            insert.setBytes(6, response.receiptHash());
            insert.setBoolean(7, response.research());
            insert.setString(8, response.consent().version());
            insert.setString(9, response.consent().language());
            insert.setString(10, response.answers().coded().toString());
            insert.setString(11, response.answers().texts().toString());
            insert.setBoolean(12, unfinished);
            insert.setObject(13, protocol);
            insert.setBytes(14, response.pseudonym());
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("an answer could not be kept", failure);
        }
    }

    /** What this participant has done in this wave. */
    public Participation participation(UUID protocol, UUID wave, byte[] pseudonym) {
        return participations(protocol, wave, List.of(ByteBuffer.wrap(pseudonym)))
                .values()
                .iterator()
                .next();
    }

    /** Those of these pseudonyms that have not done anything in this wave. */
    Set<ByteBuffer> unsettled(UUID protocol, UUID wave, Collection<ByteBuffer> pseudonyms) {
        Map<ByteBuffer, Participation> all = participations(protocol, wave, pseudonyms);
        all.values().removeIf(participation -> participation != Participation.NONE);
        return all.keySet();
    }

    /** Whether this participant, who has not withdrawn, answered under none of these versions of the consent text. */
    public boolean isUnderAnother(UUID protocol, UUID wave, byte[] pseudonym, Collection<String> versions) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(UNDER_ANOTHER)) {
            select.setObject(1, wave);
            select.setBytes(2, pseudonym);
            select.setArray(3, connection.createArrayOf("text", versions.toArray()));
            select.setObject(4, protocol);
            select.setBytes(5, pseudonym);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be looked up", failure);
        }
    }

    /** Keeps that this participant does not want to answer this wave. */
    void decline(UUID wave, byte[] pseudonym) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(DECLINE)) {
            insert.setObject(1, wave);
            insert.setBytes(2, pseudonym);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a declination could not be kept", failure);
        }
    }

    /** What was decided with this participant's answer, if it was given with this receipt. */
    Optional<Decision> givenWith(UUID wave, byte[] pseudonym, byte[] receiptHash) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RECEIPT)) {
            select.setObject(1, wave);
            select.setBytes(2, pseudonym);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && MessageDigest.isEqual(row.getBytes(1), receiptHash)
                        ? Optional.of(new Decision(
                                new ConsentReference(row.getString(3), row.getString(4)), row.getBoolean(2)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an answer could not be looked up", failure);
        }
    }

    /** What this participant has sent in this wave; nobody else changes or codes it until the transaction ends. */
    Optional<GivenAnswer> lockGiven(UUID wave, byte[] pseudonym) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(GIVEN)) {
            select.setObject(1, wave);
            select.setBytes(2, pseudonym);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new GivenAnswer(
                                row.getObject(1, UUID.class),
                                row.getBytes(2),
                                row.getInt(3),
                                new Decision(
                                        new ConsentReference(row.getString(4), row.getString(5)), row.getBoolean(6)),
                                (ObjectNode) json.readTree(row.getString(7)),
                                (ObjectNode) json.readTree(row.getString(8))))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("an answer could not be read"); // without the cause, which may quote it
        }
    }

    /** Puts this in the place of an answer that is locked; its new revision. */
    int correct(GivenAnswer before, Decision decision, AcceptedAnswers answers) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CORRECT)) {
            update.setBoolean(1, decision.research());
            update.setString(2, decision.consent().version());
            update.setString(3, decision.consent().language());
            update.setString(4, answers.coded().toString());
            update.setString(5, answers.texts().toString());
            update.setObject(6, before.id());
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an answer could not be corrected", failure);
        }
    }

    /**
     * Writes the answers of a wave anew, in one transaction and in random order: from then on neither their places nor
     * their transactions tell in which order they came.
     */
    public void mingle(UUID wave) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(MINGLE)) {
            update.setObject(1, wave);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be mingled", failure);
        }
    }

    @Override
    public Map<UUID, Long> of(Collection<UUID> waves) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setArray(1, connection.createArrayOf("uuid", waves.toArray()));
            Map<UUID, Long> counts = new HashMap<>();
            try (ResultSet row = count.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
            return counts;
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be counted", failure);
        }
    }

    private Map<ByteBuffer, Participation> participations(UUID protocol, UUID wave, Collection<ByteBuffer> pseudonyms) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PARTICIPATION)) {
            select.setObject(1, protocol);
            select.setObject(2, wave);
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", pseudonyms.stream().map(ByteBuffer::array).toArray(byte[][]::new)));
            Map<ByteBuffer, Participation> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(ByteBuffer.wrap(row.getBytes(2)), Participation.valueOf(row.getString(1)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("answers could not be looked up", failure);
        }
    }
}
