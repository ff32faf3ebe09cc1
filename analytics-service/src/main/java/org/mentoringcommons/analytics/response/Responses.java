package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The responses of the bound institution: one packed row each, many written at once. */
@ApplicationScoped
public class Responses {

    private static final String FIND = "select id, wave, research, answers from response where id = any(?)";
    private static final String OF_WAVE = "select id from response where wave = ?";
    private static final String PUT =
            """
            insert into response (tenant, id, wave, research, answers)
            select current_tenant(), r.* from unnest(?::uuid[], ?::uuid[], ?::boolean[], ?::bytea[]) as r
            on conflict (tenant, id) do update set research = excluded.research, answers = excluded.answers""";
    private static final String REMOVE = "delete from response where id = any(?)";
    private static final String REMEMBER =
            "insert into erased_response select current_tenant(), id from unnest(?::uuid[]) as id on conflict do nothing";
    private static final String CONTAINS = "select exists (select from response where id = ?)";
    private static final String ERASED_OF = "select id from erased_response where id = any(?)";
    private static final String ERASED = "select exists (select from erased_response where id = ?)";

    private final DataSource database;

    Responses(DataSource database) {
        this.database = database;
    }

    /** {@return whether the institution has this response} */
    public boolean contain(UUID id) {
        return asks(CONTAINS, id);
    }

    /** {@return whether the institution had this response, and it is erased} */
    public boolean haveErased(UUID id) {
        return asks(ERASED, id);
    }

    /** One person's answers, with nothing that tells who or when. */
    record Row(UUID id, UUID wave, boolean research, byte[] answers) {}

    Map<UUID, Row> find(Collection<UUID> ids) {
        return with(FIND, select -> {
            select.setArray(1, uuids(select, ids));
            Map<UUID, Row> rows = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    rows.put(id, new Row(id, row.getObject(2, UUID.class), row.getBoolean(3), row.getBytes(4)));
                }
            }
            return rows;
        });
    }

    List<UUID> ofWave(UUID wave) {
        return with(OF_WAVE, select -> {
            select.setObject(1, wave);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    /** {@return those of these that were here and are erased, or that came and count nowhere} */
    Set<UUID> erased(Collection<UUID> ids) {
        return with(ERASED_OF, select -> {
            select.setArray(1, uuids(select, ids));
            Set<UUID> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    void put(Collection<Row> rows) {
        with(PUT, put -> {
            put.setArray(1, uuids(put, rows.stream().map(Row::id).toList()));
            put.setArray(2, uuids(put, rows.stream().map(Row::wave).toList()));
            put.setArray(
                    3,
                    put.getConnection()
                            .createArrayOf(
                                    "boolean", rows.stream().map(Row::research).toArray()));
            put.setArray(
                    4,
                    put.getConnection()
                            .createArrayOf(
                                    "bytea", rows.stream().map(Row::answers).toArray(byte[][]::new)));
            return put.executeUpdate();
        });
    }

    void remove(Collection<UUID> ids) {
        for (String statement : List.of(REMOVE, REMEMBER)) {
            with(statement, remove -> {
                remove.setArray(1, uuids(remove, ids));
                return remove.executeUpdate();
            });
        }
    }

    private boolean asks(String question, UUID id) {
        return with(question, select -> {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("the responses could not be read or written", failure);
        }
    }

    private static Array uuids(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement.getConnection().createArrayOf("uuid", ids.toArray());
    }
}
