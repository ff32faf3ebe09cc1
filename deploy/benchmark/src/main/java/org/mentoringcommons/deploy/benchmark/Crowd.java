package org.mentoringcommons.deploy.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Stack;

/**
 * One institution among many: it lists its own five workshops, bound by its token and by row-level security, while the
 * others' workshops, five each, lie in the same table. The others are written into the database as they would have come.
 */
final class Crowd {

    private static final int REQUESTS = 3000;
    private static final int WORKSHOPS = 5;
    private static final String INSTITUTIONS =
            """
            insert into institution select lpad(to_hex(n), 8, '0') || '-0000-4000-8000-000000000000', 'crowd-' || n,
                   'America/Chicago', 'active' from generate_series(1, ?) n""";
    private static final String WORKSHOP =
            """
            insert into workshop (tenant, id, version, name, curriculum, curriculum_version, mode, audience, status,
                                  enrolled, attended, roster_revision)
            select %s, gen_random_uuid(), 0, 'Crowd', 'crowd', '1', 'ONLINE', 'MENTEE', 'PLANNED', 0, 0, 0
            from %s generate_series(1, %d)""";
    private static final String SESSIONS =
            """
            insert into session (tenant, workshop, number, starts_at, minutes, attended)
            select tenant, id, 1, now(), 60, 0 from workshop w
            where not exists (select from session s where s.tenant = w.tenant and s.workshop = w.id)""";

    private final String database;
    private final Calls curriculum;

    Crowd(Stack stack) {
        database = stack.superuserUrl(Service.CURRICULUM);
        String alias = ProvisionedInstitutions.alias(0);
        Supplier<String> tokens = () -> stack.running().token("admin." + alias, Optional.of(alias));
        curriculum = new Calls(stack.url(Service.CURRICULUM).toString(), tokens);
        String tenant = new Calls(stack.url(Service.IDENTITY) + "/identity/v1", tokens)
                .json("GET", "/institutions/" + alias, null)
                .get("id")
                .asText();
        write(own -> {
            try (Statement statement = own.createStatement()) {
                statement.execute(WORKSHOP.formatted("'" + tenant + "'", "", WORKSHOPS));
                statement.execute(SESSIONS);
            }
        });
    }

    /** So many institutions besides it, less one. */
    void of(int institutions) {
        write(own -> {
            try (Statement statement = own.createStatement()) {
                statement.execute("delete from session where tenant like '%-0000-4000-8000-000000000000'");
                statement.execute("delete from workshop where tenant like '%-0000-4000-8000-000000000000'");
                statement.execute("delete from institution where alias like 'crowd-%'");
                try (PreparedStatement insert = own.prepareStatement(INSTITUTIONS)) {
                    insert.setInt(1, institutions - 1);
                    insert.executeUpdate();
                }
                statement.execute(WORKSHOP.formatted(
                        "i.id", "(select id from institution where alias like 'crowd-%') i,", WORKSHOPS));
                statement.execute(SESSIONS);
            }
        });
        try (Connection own = DriverManager.getConnection(database);
                Statement statement = own.createStatement()) {
            statement.execute("vacuum analyze workshop, session, institution");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void warmUp() {
        of(10);
        measure();
    }

    /** Nanoseconds of each request. */
    List<Long> measure() {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            int found = curriculum.json("GET", "/curriculum/v1/workshops", null).size();
            nanos.add(System.nanoTime() - begin);
            if (found != WORKSHOPS) {
                throw new IllegalStateException("it sees " + found + " workshops");
            }
        }
        return nanos;
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Past foreign keys to the catalogue, of which the listing needs nothing. */
    private void write(Work work) {
        try (Connection own = DriverManager.getConnection(database)) {
            own.setAutoCommit(false);
            try (Statement statement = own.createStatement()) {
                statement.execute("set local session_replication_role = replica");
            }
            work.on(own);
            own.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
