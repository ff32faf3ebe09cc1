package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.exchange.Outbox;

/** Takes back what was made of answers that are withdrawn. */
@ApplicationScoped
public class CodingErasure {

    private static final String CODES = "delete from text_coding where response = any (?)";
    private static final String CONSENSUS =
            "delete from text_consensus where response = any (?) returning response, item";

    private final DataSource database;
    private final Outbox outbox;

    CodingErasure(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Removes all codes of these answers' texts, and tells what had been told of them. The answers must be locked. */
    public void eraseOf(Collection<UUID> responses) {
        try (Connection connection = database.getConnection();
                PreparedStatement codes = connection.prepareStatement(CODES);
                PreparedStatement consensus = connection.prepareStatement(CONSENSUS)) {
            codes.setArray(1, connection.createArrayOf("uuid", responses.toArray()));
            codes.executeUpdate();
            consensus.setArray(1, connection.createArrayOf("uuid", responses.toArray()));
            try (ResultSet row = consensus.executeQuery()) {
                while (row.next()) {
                    outbox.append(CodingFact.erased(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("codes could not be removed", failure);
        }
    }
}
