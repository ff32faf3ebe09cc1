package org.mentoringcommons.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.TenantTransaction;

/** The deeds on record, newest first, a page at a time. */
@ApplicationScoped
class Deeds {

    private static final String COLUMNS =
            "id, at, subject, client, action, thing, key, institution, hub, detail, reason";

    private final DataSource database;
    private final TenantTransaction transaction;

    Deeds(DataSource database, TenantTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Which deeds are asked for; a null asks for any.
     *
     * @param from not before this instant
     * @param to before this instant
     */
    record Wanted(AuditReach.Scope scope, String action, Instant from, Instant to) {}

    /** Up to {@code limit} deeds older than the given one, read in a transaction of their own. */
    List<RecordedDeed> before(UUID id, Wanted wanted, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from deed where ");
        List<Object> values = new ArrayList<>();
        restrict(wanted.scope(), sql, values);
        and("action = ?", wanted.action(), sql, values);
        and("at >= ?", utc(wanted.from()), sql, values);
        and("at < ?", utc(wanted.to()), sql, values);
        and("id < ?", id, sql, values);
        sql.append(" order by id desc limit ?");
        values.add(limit);
        // not the request's own binding: an operator who is signed in for an institution still reads the platform's
        return transaction.call(wanted.scope().tenant(), () -> read(sql.toString(), values));
    }

    private static void restrict(AuditReach.Scope scope, StringBuilder sql, List<Object> values) {
        if (scope.tenant() != null) {
            sql.append("tenant = ?");
            values.add(scope.tenant().id());
            return;
        }
        sql.append("tenant is null");
        if (scope.hub() != null && scope.institution() != null) {
            sql.append(" and (hub = ? or institution = ?)");
            values.add(scope.hub());
            values.add(scope.institution());
        } else {
            and("hub = ?", scope.hub(), sql, values);
            and("institution = ?", scope.institution(), sql, values);
        }
    }

    private static void and(String condition, Object value, StringBuilder sql, List<Object> values) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private List<RecordedDeed> read(String sql, List<Object> values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.size(); index++) {
                select.setObject(index + 1, values.get(index));
            }
            List<RecordedDeed> deeds = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    deeds.add(deed(row));
                }
            }
            return deeds;
        }
    }

    private static RecordedDeed deed(ResultSet row) throws SQLException {
        return new RecordedDeed(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("client"),
                row.getString("action"),
                row.getString("thing"),
                row.getString("key"),
                row.getString("institution"),
                row.getString("hub"),
                row.getString("detail"),
                row.getString("reason"));
    }
}
