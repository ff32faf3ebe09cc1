package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.exchange.Outbox;

/** Takes back what was made of answers that are withdrawn. */
@ApplicationScoped
public class CodingErasure {

    private static final String CODES_OF_ITEMS = "delete from text_coding where response = ? and item = any (?)";
    private static final String CONSENSUS_OF_ITEMS =
            """
            delete from text_consensus c using response r
            where c.response = ? and c.item = any (?) and r.tenant = c.tenant and r.id = c.response
            returning c.response, c.item, r.revision""";
    private static final String CODES = "delete from text_coding where response = any (?)";
    private static final String CONSENSUS =
            """
            delete from text_consensus c using response r
            where c.response = any (?) and r.tenant = c.tenant and r.id = c.response
            returning c.response, c.item, r.revision""";

    private final DataSource database;
    private final Outbox outbox;

    CodingErasure(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Removes all codes of these answers' texts, and tells what had been told of them. The answers must be locked, and still there. */
    public void eraseOf(Collection<UUID> responses) {
        try (Connection connection = database.getConnection();
                PreparedStatement codes = connection.prepareStatement(CODES);
                PreparedStatement consensus = connection.prepareStatement(CONSENSUS)) {
            codes.setArray(1, connection.createArrayOf("uuid", responses.toArray()));
            codes.executeUpdate();
            consensus.setArray(1, connection.createArrayOf("uuid", responses.toArray()));
            tell(consensus);
        } catch (SQLException failure) {
            throw new IllegalStateException("codes could not be removed", failure);
        }
    }

    /** As {@link #eraseOf(Collection)}, of these items of one answer, which must be locked and not corrected yet. */
    public void eraseOf(UUID response, Collection<String> items) {
        if (items.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement codes = connection.prepareStatement(CODES_OF_ITEMS);
                PreparedStatement consensus = connection.prepareStatement(CONSENSUS_OF_ITEMS)) {
            for (PreparedStatement statement : List.of(codes, consensus)) {
                statement.setObject(1, response);
                statement.setArray(2, connection.createArrayOf("text", items.toArray()));
            }
            codes.executeUpdate();
            tell(consensus);
        } catch (SQLException failure) {
            throw new IllegalStateException("codes could not be removed", failure);
        }
    }

    private void tell(PreparedStatement consensus) throws SQLException {
        try (ResultSet row = consensus.executeQuery()) {
            while (row.next()) {
                outbox.append(CodingFact.erased(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)));
            }
        }
    }
}
