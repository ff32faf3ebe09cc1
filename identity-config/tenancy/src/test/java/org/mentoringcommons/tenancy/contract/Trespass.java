package org.mentoringcommons.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A table with one row of ours, met by the service's own database role while it works for another institution. All happens in one
 * transaction that is rolled back: nothing of it stays, and what the service does meanwhile is not disturbed.
 */
final class Trespass implements AutoCloseable {

    private static final String COLUMNS =
            """
            select a.attname, case t.typname when 'tenant_id' then quote_literal(?)
                when 'uuid' then 'gen_random_uuid()' when 'jsonb' then quote_literal('{}')
                when 'json' then quote_literal('{}') when 'bytea' then quote_literal('') else
                case t.typcategory when 'N' then '1' when 'B' then 'true' when 'D' then 'now()' when 'T' then '''1 day'''
                                   when 'A' then '''{}''' else '''x''' end end
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
              and a.attgenerated = '' and (a.attnotnull or a.attname = 'tenant')""";

    /** Two institutions that no other test has made rows of. */
    static final String OURS = "44444444-4444-4444-8444-444444444444";

    static final String ANOTHERS = "55555555-5555-4555-8555-555555555555";

    /** Whom the row belongs to, where rows belong to people: any text there is this one. */
    static final String OWNER = "x";

    private final Connection connection;
    private final String table;

    /** What a statement came to: so many rows, or the refusal's SQLSTATE. */
    record Outcome(long rows, String refused) {}

    Trespass(String table) throws SQLException {
        this.table = table;
        connection = DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("test.database.superuser-url", String.class));
        connection.setAutoCommit(false);
        // a row need only be there: what it says, and to what it belongs, is not what is tried
        execute("set local session_replication_role = replica");
        for (String check : names(
                "select conname from pg_constraint where contype = 'c' and conrelid = '" + table + "'::regclass")) {
            execute("alter table " + table + " drop constraint " + check);
        }
        execute(insertion(OURS));
        execute("create view probe with (security_invoker) as select * from " + table);
        execute("create function probed() returns bigint language sql as 'select count(*) from " + table + "'");
        execute("create function probe_removed() returns bigint language sql as 'with gone as (delete from " + table
                + " returning 1) select count(*) from gone'");
        execute("grant all on probe to " + app());
        execute("set local session_replication_role = origin");
        execute("set local role " + app());
    }

    void workFor(String tenant) throws SQLException {
        workFor(tenant, OWNER);
    }

    void workFor(String tenant, String person) throws SQLException {
        execute("select set_config('app.tenant', '" + tenant + "', true), set_config('app.person', '" + person
                + "', true)");
    }

    /** How many rows are there for the service, as the institution it works for. */
    Outcome seen(String from) throws SQLException {
        return tried("select count(*) from " + from, true);
    }

    Outcome result(String function) throws SQLException {
        return tried("select " + function + "()", true);
    }

    Outcome changed(String sql) throws SQLException {
        return tried(sql, false);
    }

    /** A row that claims to be ours. */
    String insertion() throws SQLException {
        return insertion(OURS);
    }

    private String insertion(String tenant) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (var select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, tenant);
            select.setString(2, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    values.put('"' + row.getString(1) + '"', row.getString(2));
                }
            }
        }
        assertThat(values).as("columns of " + table).containsKey("\"tenant\"");
        return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", values.values()) + ")";
    }

    private Outcome tried(String sql, boolean asks) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            if (!asks) {
                return new Outcome(statement.executeUpdate(sql), null);
            }
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return new Outcome(row.getLong(1), null);
            }
        } catch (SQLException refused) {
            return new Outcome(0, refused.getSQLState());
        } finally {
            connection.rollback(before);
        }
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            while (row.next()) {
                names.add('"' + row.getString(1) + '"');
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String app() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
