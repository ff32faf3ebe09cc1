package org.mentoringcommons.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Every table with a {@code tenant} column is protected by the database itself. A service runs this by a {@code
 * QuarkusTest} class that extends it. {@code outbox} keys by order, hence its own exemption from "tenant first".
 */
public abstract class TenantTablesContract {

    /** How many tenant tables the service is known to have at least, so that an empty schema cannot pass. */
    protected abstract int tenantTables();

    @Test
    void every_tenant_table_has_forced_row_level_security() throws SQLException {
        List<String> unprotected = names(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not a.attisdropped
                  and not (c.relrowsecurity and c.relforcerowsecurity
                           and exists (select from pg_policy p where p.polrelid = c.oid))""");
        assertThat(unprotected).isEmpty();
        assertThat(names("select relname from pg_class where relforcerowsecurity"))
                .hasSizeGreaterThanOrEqualTo(tenantTables());
    }

    @Test
    void every_tenant_table_has_the_tenant_first_in_its_primary_key() throws SQLException {
        List<String> otherwise = names(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('outbox', 'deed')
                  and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
                                  and i.indkey[0] = a.attnum)""");
        assertThat(otherwise).isEmpty();
    }

    @Test
    void every_foreign_key_between_tenant_tables_carries_the_tenant() throws SQLException {
        // foreign keys are checked past row-level security, so one without the tenant could reach another's row
        List<String> otherwise = names(
                """
                select k.conname from pg_constraint k
                  join pg_attribute own on own.attrelid = k.conrelid and own.attname = 'tenant'
                  join pg_attribute far on far.attrelid = k.confrelid and far.attname = 'tenant'
                where k.contype = 'f' and not exists (
                  select from generate_subscripts(k.conkey, 1) s
                  where k.conkey[s] = own.attnum and k.confkey[s] = far.attnum)""");
        assertThat(otherwise).isEmpty();
    }

    @Test
    void a_native_query_without_an_institution_finds_no_rows_of_any_tenant_table() throws SQLException {
        List<String> tables = names(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('outbox', 'deed')""");
        try (Connection connection = connect("quarkus.datasource.username", "quarkus.datasource.password")) {
            for (String table : tables) {
                try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
                    rows.next();
                    assertThat(rows.getLong(1)).as(table).isZero();
                }
            }
        }
    }

    @Test
    void the_service_neither_owns_its_tables_nor_bypasses_their_policies() throws SQLException {
        String app = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        assertThat(names("select rolname from pg_roles where rolname = '" + app + "' and (rolsuper or rolbypassrls)"))
                .isEmpty();
        assertThat(names("select tablename from pg_tables where schemaname = 'public' and tableowner = '" + app + "'"))
                .isEmpty();
    }

    private static List<String> names(String query) throws SQLException {
        try (Connection connection = connect("quarkus.flyway.username", "quarkus.flyway.password");
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("test.database.url", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }
}
