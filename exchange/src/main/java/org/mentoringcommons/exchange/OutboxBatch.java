package org.mentoringcommons.exchange;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The next rows of the outbox, published together and then deleted. */
final class OutboxBatch {

    static final int SIZE = 500;
    private static final String NEXT =
            "select id, event_id, topic, key, type, version, tenant, time, data from outbox order by id limit " + SIZE;
    private static final String PUBLISHED = "delete from outbox where id = any(?)";

    private OutboxBatch() {}

    /** Publishes and deletes at most {@value #SIZE} rows; returns how many. */
    static int publish(Connection connection, Publisher publisher) throws SQLException, PublishingFailed {
        List<Long> ids = new ArrayList<>();
        List<Envelope> envelopes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEXT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong("id"));
                envelopes.add(envelope(row));
            }
        }
        if (!ids.isEmpty()) {
            publisher.publish(envelopes);
            delete(connection, ids);
        }
        connection.commit();
        return ids.size();
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                row.getString("event_id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getLong("version"),
                row.getString("tenant"),
                row.getObject("time", OffsetDateTime.class),
                row.getString("data"));
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        Array published = connection.createArrayOf("bigint", ids.toArray());
        try (PreparedStatement delete = connection.prepareStatement(PUBLISHED)) {
            delete.setArray(1, published);
            delete.executeUpdate();
        }
    }
}
