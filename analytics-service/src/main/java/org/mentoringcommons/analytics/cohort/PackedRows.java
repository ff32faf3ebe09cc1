package org.mentoringcommons.analytics.cohort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * What the joined institutions' rows say, packed. Of an institution that was packed since its last change the stored bytes
 * are read; any other is packed by the very same view while it is read, so nobody can tell the difference but by a watch.
 */
final class PackedRows {

    private static final int PARTS_AT_A_TIME = 16;
    private static final int ALWAYS_BINARY = -1;
    private static final String STORED = "select p.tenant, %s from packed p"
            + " join institution_version v on v.tenant = p.tenant and v.packed_version = v.version";
    private static final String STORED_OF_SOME = STORED + " where p.tenant = any(?)";
    private static final String CHANGED_SINCE =
            "select tenant from institution_version where packed_version is distinct from version";
    private static final String CHANGED_SINCE_OF_SOME = CHANGED_SINCE + " and tenant = any(?)";
    private static final String NOW = "select tenant, %s from packing where tenant = ?";
    private static final String WORKSHOPS = "workshops";
    private static final String WITH_ANSWERS = "workshops, answers";

    private final Connection connection;

    PackedRows(Connection connection) {
        this.connection = connection;
    }

    interface Reader {
        /** @param answers null unless asked for */
        void read(String institution, byte[] workshops, byte[] answers);
    }

    void workshops(Reader reader) throws SQLException {
        try (PreparedStatement stored = connection.prepareStatement(STORED.formatted(WORKSHOPS));
                PreparedStatement changed = connection.prepareStatement(CHANGED_SINCE)) {
            read(stored, changed, WORKSHOPS, reader);
        }
    }

    void workshopsAndAnswers(Reader reader) throws SQLException {
        try (PreparedStatement stored = connection.prepareStatement(STORED.formatted(WITH_ANSWERS));
                PreparedStatement changed = connection.prepareStatement(CHANGED_SINCE)) {
            read(stored, changed, WITH_ANSWERS, reader);
        }
    }

    /** The same of some institutions only. */
    void workshopsAndAnswers(Collection<String> institutions, Reader reader) throws SQLException {
        try (PreparedStatement stored = connection.prepareStatement(STORED_OF_SOME.formatted(WITH_ANSWERS));
                PreparedStatement changed = connection.prepareStatement(CHANGED_SINCE_OF_SOME)) {
            stored.setArray(1, connection.createArrayOf("text", institutions.toArray()));
            changed.setArray(1, connection.createArrayOf("text", institutions.toArray()));
            read(stored, changed, WITH_ANSWERS, reader);
        }
    }

    private void read(PreparedStatement stored, PreparedStatement changed, String columns, Reader reader)
            throws SQLException {
        read(stored, columns, reader);
        try (PreparedStatement now = connection.prepareStatement(NOW.formatted(columns))) {
            for (String institution : texts(changed)) {
                now.setString(1, institution);
                read(now, columns, reader);
            }
        }
    }

    private static void read(PreparedStatement select, String columns, Reader reader) throws SQLException {
        // as text, bytes would be written in hexadecimal and read from it
        select.unwrap(PGStatement.class).setPrepareThreshold(ALWAYS_BINARY);
        select.setFetchSize(PARTS_AT_A_TIME);
        try (ResultSet part = select.executeQuery()) {
            while (part.next()) {
                reader.read(
                        part.getString(1), part.getBytes(2), columns.equals(WITH_ANSWERS) ? part.getBytes(3) : null);
            }
        }
    }

    private static List<String> texts(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
