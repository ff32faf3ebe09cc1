package org.mentoringcommons.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every table with a {@code tenant} column is protected by the database itself. A service runs this by a {@code
 * QuarkusTest} class that extends it. {@code outbox} and the audit trail's {@code deed} have rows of no institution
 * too, and are only appended to, hence their exemption from "tenant first".
 */
public abstract class TenantTablesContract {

    private static final Trespass.Outcome NOTHING = new Trespass.Outcome(0, null);
    private static final Trespass.Outcome NOT_ALLOWED = new Trespass.Outcome(0, "42501");
    private static final Trespass.Outcome COPY_REFUSED = new Trespass.Outcome(0, "0A000");

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

    /**
     * Functions the service may call that see all institutions; each name is an exception and needs its reason. The
     * exchange's own forgets, before all effects are made anew, what had arrived, and tells nothing.
     */
    protected Set<String> functionsThatRunAsTheirOwner() {
        return Set.of("forget_arrivals");
    }

    @TestFactory
    Stream<DynamicTest> no_statement_reaches_a_row_of_another_institution() throws SQLException {
        return tenantTablesOfTheService().stream()
                .map(table -> dynamicTest(table, () -> {
                    try (Trespass trespass = new Trespass(table)) {
                        trespass.workFor(Trespass.OURS);
                        assertThat(trespass.seen(table).rows())
                                .as("its own institution finds the row")
                                .isEqualTo(1);
                        assertThat(trespass.changed("update " + table + " set tenant = '" + Trespass.ANOTHERS + "'"))
                                .as("given away")
                                .isEqualTo(NOT_ALLOWED);
                        for (String another : List.of(Trespass.ANOTHERS, "")) {
                            trespass.workFor(another);
                            reachesNothing(trespass, table);
                        }
                    }
                }));
    }

    /** Every table whose rows belong to people ({@code owner}): the service may have none. */
    @TestFactory
    Stream<DynamicTest> no_statement_reaches_a_row_that_another_person_owns() throws SQLException {
        return tablesOfPeople().stream()
                .map(table -> dynamicTest(table, () -> {
                    assertThat(names("select cmd from pg_policies where permissive = 'RESTRICTIVE' and tablename = '"
                                    + table + "' and concat(qual, with_check) like '%owner = current_person()%'"))
                            .as("what the owner's policies of " + table + " hold for")
                            .containsExactlyInAnyOrder("SELECT", "INSERT", "UPDATE", "DELETE");
                    try (Trespass trespass = new Trespass(table)) {
                        trespass.workFor(Trespass.OURS);
                        assertThat(trespass.changed("update " + table + " set owner = 'somebody'"))
                                .as("given away")
                                .isEqualTo(NOT_ALLOWED);
                        for (String another : List.of("somebody", "")) {
                            trespass.workFor(Trespass.OURS, another);
                            reachesNothing(trespass, table);
                        }
                    }
                }));
    }

    /** Tables whose rows people own. */
    protected static List<String> tablesOfPeople() throws SQLException {
        return names(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner'
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not a.attisdropped
                order by c.relname""");
    }

    private static void reachesNothing(Trespass trespass, String table) throws SQLException {
        for (String from : List.of(table, "probe")) {
            assertThat(trespass.seen(from)).as("select from " + from).isEqualTo(NOTHING);
            assertThat(trespass.changed("update " + from + " set tenant = tenant"))
                    .as("update " + from)
                    .isIn(NOTHING, NOT_ALLOWED);
            assertThat(trespass.changed("delete from " + from))
                    .as("delete from " + from)
                    .isIn(NOTHING, NOT_ALLOWED);
        }
        assertThat(trespass.result("probed")).as("a function that reads").isEqualTo(NOTHING);
        assertThat(trespass.result("probe_removed"))
                .as("a function that removes")
                .isIn(NOTHING, NOT_ALLOWED);
        assertThat(trespass.changed(trespass.insertion())).as("insert").isEqualTo(NOT_ALLOWED);
        assertThat(trespass.changed("copy " + table + " from stdin"))
                .as("copy from")
                .isIn(COPY_REFUSED, NOT_ALLOWED);
        assertThat(trespass.changed("truncate " + table)).as("truncate").isEqualTo(NOT_ALLOWED);
    }

    @Test
    void views_and_functions_see_no_more_than_whoever_uses_them() throws SQLException {
        assertThat(
                        names(
                                """
                        select distinct v.relname from pg_class v join pg_rewrite r on r.ev_class = v.oid
                          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                          join pg_class t on t.oid = d.refobjid and t.relrowsecurity
                        where v.relkind in ('v', 'm') and not coalesce('security_invoker=true' = any (v.reloptions)
                          or 'security_invoker=on' = any (v.reloptions), false)"""))
                .as("views that see with their owner's eyes")
                .isEmpty();
        String app = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        assertThat(names("select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
                        + " and prorettype <> 'trigger'::regtype and has_function_privilege('" + app
                        + "', oid, 'execute')"))
                .as("functions that run as their owner")
                .isSubsetOf(functionsThatRunAsTheirOwner());
        assertThat(
                        names(
                                """
                        select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
                          and not exists (select from unnest(proconfig) setting where setting like 'search_path=%')"""))
                .as("functions that run as their owner and could be made to call somebody else's")
                .isEmpty();
    }

    private static List<String> tenantTablesOfTheService() throws SQLException {
        return names(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not a.attisdropped
                  and c.relname not in ('outbox', 'deed') order by c.relname""");
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
