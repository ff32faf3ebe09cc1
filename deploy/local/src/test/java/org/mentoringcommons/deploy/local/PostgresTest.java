package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Order(2)
@ExtendWith(SharedStack.class)
class PostgresTest {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ALLOWED = "42501";

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void whatIsCommittedIsOnDisk(String setting, Stack stack) throws SQLException {
        assertThat(answer(stack.superuserUrl(Service.SURVEY), "show " + setting))
                .isEqualTo("on");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void eachServiceHasItsRolesAndNoneIsAboveTheRules(Service service, Stack stack) throws SQLException {
        for (String role : new String[] {"owner", "app", "relay"}) {
            assertThat(answer(
                            stack.roleUrl(service, role),
                            "select rolname || ' ' || rolsuper || ' ' || rolbypassrls from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo(service.title() + "_" + role + " false false");
        }
    }

    @Test
    void theResearchAndReleaseRolesBelongToAnalytics(Stack stack) throws SQLException {
        assertThat(answer(stack.roleUrl(Service.ANALYTICS, "research"), "select current_user"))
                .isEqualTo("analytics_research");
        assertThat(answer(stack.roleUrl(Service.ANALYTICS, "release"), "select current_user"))
                .isEqualTo("analytics_release");
    }

    @Test
    void onlyTheOwnerMakesTables(Stack stack) throws SQLException {
        execute(stack.roleUrl(Service.CURRICULUM, "owner"), "create table probe (id int); drop table probe");
        assertThatThrownBy(() -> execute(stack.roleUrl(Service.CURRICULUM, "app"), "create table probe (id int)"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(NOT_ALLOWED));
    }

    @Test
    void aServiceCannotConnectToAnothersDatabase(Stack stack) {
        String foreign = stack.roleUrl(Service.CURRICULUM, "app").replace("/curriculum?", "/survey?");
        assertThatThrownBy(() -> answer(foreign, "select 1"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(NOT_ALLOWED));
    }

    @Test
    void nobodyIsTrustedWithoutAPassword(Stack stack) {
        String url = stack.superuserUrl(Service.SURVEY).replaceAll("password=.*", "password=guessed");
        assertThatThrownBy(() -> answer(url, "select 1"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(WRONG_PASSWORD));
    }

    private static String answer(String url, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
