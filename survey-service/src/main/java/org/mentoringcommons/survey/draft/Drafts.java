package org.mentoringcommons.survey.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.invitation.InvitationsForgotten;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.seal.Hmac;

/**
 * The drafts of the institution worked for. Whoever saves and sends in the very same instant may leave one behind; it
 * is shown to nobody and goes when the wave has closed.
 */
@ApplicationScoped
public class Drafts {

    private static final String FIND = "select revision, sealed from draft where wave = ? and key = ?";
    private static final String ADD =
            """
            insert into draft (tenant, wave, key, revision, sealed) values (current_tenant(), ?, ?, 1, ?)
            on conflict (tenant, wave, key) do nothing""";
    private static final String REPLACE =
            "update draft set sealed = ?, revision = revision + 1 where wave = ? and key = ? and revision = ?";
    private static final String ARE_THERE = "select exists (select from draft where wave = ?)";
    private static final String DELETE = "delete from draft where wave = ? and key = ?";
    private static final String DELETE_ALL = "delete from draft where key = ?";
    private static final String DELETE_WAVE = "delete from draft where wave = ?";

    private final DataSource database;
    private final DraftCipher cipher;
    private final Pseudonyms pseudonyms;

    Drafts(DataSource database, DraftCipher cipher, Pseudonyms pseudonyms) {
        this.database = database;
        this.cipher = cipher;
        this.pseudonyms = pseudonyms;
    }

    /** What this person has typed in this wave and not sent. */
    public Optional<Draft> find(UUID wave, byte[] pseudonym) {
        byte[] key = key(pseudonym);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, wave);
            select.setBytes(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Draft(row.getInt(1), cipher.open(pseudonym, place(wave, key), row.getBytes(2))))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a draft could not be read", failure);
        }
    }

    /** Whether anybody's are. */
    public boolean areThere(UUID wave) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ARE_THERE)) {
            select.setObject(1, wave);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("drafts could not be looked for", failure);
        }
    }

    /**
     * Keeps what is typed in the place of the revision it was typed on.
     *
     * @return the new revision; empty if somebody saved another one meanwhile, which then stays
     */
    public Optional<Integer> save(UUID wave, byte[] pseudonym, NewDraft typed) {
        byte[] key = key(pseudonym);
        byte[] sealed = cipher.seal(pseudonym, place(wave, key), typed.content());
        int changed = typed.revision() == 0
                ? update(ADD, wave, key, sealed)
                : update(REPLACE, sealed, wave, key, typed.revision());
        return changed == 1 ? Optional.of(typed.revision() + 1) : Optional.empty();
    }

    public void delete(UUID wave, byte[] pseudonym) {
        update(DELETE, wave, key(pseudonym));
    }

    /** Deletes what this person has typed in any wave of the protocol that the pseudonym is of. */
    public void deleteAll(byte[] pseudonym) {
        update(DELETE_ALL, (Object) key(pseudonym));
    }

    /** Deletes everybody's, once nothing can be sent any more. */
    public void deleteAll(UUID wave) {
        update(DELETE_WAVE, wave);
    }

    /** What a draft of this person is found by: no pseudonym, and of no use to find one. */
    public byte[] key(byte[] pseudonym) {
        return cipher.key(pseudonym);
    }

    void forget(@Observes InvitationsForgotten forgotten) {
        forgotten.protocols().forEach(protocol -> deleteAll(pseudonyms.of(protocol, forgotten.participant())));
    }

    private static byte[] place(UUID wave, byte[] key) {
        return Hmac.of(key, Hmac.bytes(wave));
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a draft could not be kept", failure);
        }
    }
}
