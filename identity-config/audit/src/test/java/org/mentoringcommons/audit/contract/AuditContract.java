package org.mentoringcommons.audit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** The audit trail of a service, met as the service itself meets its database: it can be added to, and nothing else. */
public abstract class AuditContract {

    private static final String NOT_ALLOWED = "42501";
    private static final String COPY_REFUSED = "0A000"; // COPY FROM knows no row-level security

    private Connection app;
    private String action;

    @BeforeEach
    void lakesideHasDoneSomething() throws SQLException {
        app = connect();
        action = "contract.tried-" + letters();
        workFor(Token.LAKESIDE);
        append(Token.LAKESIDE);
    }

    @AfterEach
    void disconnect() throws SQLException {
        app.close();
    }

    @Test
    void a_deed_cannot_be_altered() {
        refused("update deed set reason = 'another' where action = '" + action + "'", NOT_ALLOWED);
        refused("update deed set subject = null", NOT_ALLOWED);
        refused("merge into deed d using (select 1) s on true when matched then update set reason = ''", NOT_ALLOWED);
        refused(
                "insert into deed (client, action, thing, key) values ('c', 'a.b', 't', 'k')"
                        + " on conflict (id) do update set reason = 'x'",
                NOT_ALLOWED);
        refused("alter table deed disable row level security", NOT_ALLOWED);
    }

    @Test
    void a_deed_cannot_be_removed() throws SQLException {
        refused("delete from deed where action = '" + action + "'", NOT_ALLOWED);
        refused("truncate deed", NOT_ALLOWED);
        refused("drop table deed", NOT_ALLOWED);

        assertThat(seen()).isEqualTo(1);
    }

    @Test
    void nobody_chooses_when_a_deed_was_done_or_where_it_stands() {
        refused("insert into deed (at, client, action, thing, key) values (now(), 'c', 'a.b', 't', 'k')", NOT_ALLOWED);
        refused(
                "insert into deed (id, client, action, thing, key) values (uuidv7(), 'c', 'a.b', 't', 'k')",
                NOT_ALLOWED);
        refused("copy deed (client, action, thing, key) from stdin", COPY_REFUSED);
    }

    @Test
    void an_institution_neither_sees_anothers_deeds_nor_adds_to_them() throws SQLException {
        workFor(Token.HILLTOP);

        assertThat(seen()).isZero();
        assertThatThrownBy(() -> append(Token.LAKESIDE))
                .extracting(refused -> ((SQLException) refused).getSQLState())
                .isEqualTo(NOT_ALLOWED);
    }

    @Test
    void what_belongs_to_no_institution_is_seen_by_none() throws SQLException {
        append(null);
        assertThat(seen()).isEqualTo(1); // its own

        workFor(null);

        assertThat(seen()).isEqualTo(1); // the platform's
    }

    private void append(Tenant tenant) throws SQLException {
        try (var insert = app.prepareStatement(
                "insert into deed (tenant, client, action, thing, key) values (?, 'contract', ?, 'contract', '1')")) {
            insert.setString(1, tenant == null ? null : tenant.id());
            insert.setString(2, action);
            insert.executeUpdate();
        }
    }

    private long seen() throws SQLException {
        try (ResultSet row =
                app.createStatement().executeQuery("select count(*) from deed where action = '" + action + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void workFor(Tenant tenant) throws SQLException {
        app.createStatement()
                .execute("select set_config('app.tenant', '" + (tenant == null ? "" : tenant.id()) + "', false)");
    }

    private void refused(String sql, String state) {
        assertThatThrownBy(() -> app.createStatement().execute(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .extracting(refused -> ((SQLException) refused).getSQLState())
                .as(sql)
                .isEqualTo(state);
    }

    /** Random, and of the letters an action may have. */
    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("test.database.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
