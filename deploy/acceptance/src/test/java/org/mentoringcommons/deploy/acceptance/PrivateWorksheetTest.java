package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** What a participant wrote is read by them alone: through the running service, and in its running database. */
@ExtendWith(TheStack.class)
class PrivateWorksheetTest {

    private static final String AT = "/curriculum/v1/worksheets/";
    private static final List<String> ASKED =
            List.of("", "/versions", "/versions/1", "/export", "/page", "/shares", "/comparison");
    private static final String WRITTEN = "As we said.";

    private static Participant owner;
    private static String institution;
    private static String sheet;

    @BeforeAll
    static void somebodyWroteSomething() {
        institution = TheStack.institutions().get(8);
        owner = Participant.at(institution);
        sheet = owner.filledAgreement();
    }

    @Test
    void nobody_else_reads_it_through_the_service_in_whatever_role() {
        owner.calls().get(AT + sheet).then().statusCode(200);
        for (Map.Entry<String, String> other : others().entrySet()) {
            for (String what : ASKED) {
                Response answer = TheStack.bearer(other.getValue(), Service.CURRICULUM)
                        .accept("*/*")
                        .get(AT + sheet + what);
                assertThat(answer.statusCode())
                        .as(other.getKey() + " asking for " + what)
                        .isIn(403, 404);
                assertThat(answer.asString()).as(other.getKey()).doesNotContain(WRITTEN);
            }
        }
    }

    @Test
    void the_service_s_roles_in_the_database_read_it_for_its_owner_and_for_nobody_else() throws SQLException {
        String app = TheStack.stack().roleUrl(Service.CURRICULUM, "app");
        String tenant = TheStack.tenant(institution);
        String subject = Database.names(Service.CURRICULUM, "select owner from filled_sheet where id = '" + sheet + "'")
                .get(0);
        String elsewhere = TheStack.tenant(TheStack.institutions().get(9));

        for (String query : List.of(
                "select count(*) from filled_sheet where id = '" + sheet + "'",
                "select count(*) from filled_answers where sheet = '" + sheet + "'")) {
            assertThat(read(app, tenant, subject, query)).as(query).contains("1");
            assertThat(read(app, tenant, "", query)).as("with nobody bound").contains("0");
            assertThat(read(app, tenant, "somebody-else", query)).contains("0");
            assertThat(read(app, elsewhere, subject, query)).contains("0");
            assertThat(read(app, "", subject, query)).contains("0");
            assertThat(read(TheStack.stack().roleUrl(Service.CURRICULUM, "relay"), tenant, subject, query))
                    .as("the relay has no right to it")
                    .isEmpty();
        }
    }

    @Test
    void no_other_service_s_role_comes_to_where_it_lies() {
        for (Service other : Service.values()) {
            for (String role : other == Service.CURRICULUM ? List.<String>of() : List.of("owner", "app", "relay")) {
                String url = TheStack.stack()
                        .roleUrl(other, role)
                        .replace("/" + other.title() + "?", "/" + Service.CURRICULUM.title() + "?");

                assertThat(read(url, TheStack.tenant(institution), "", "select count(*) from filled_sheet"))
                        .as(other.title() + "'s " + role)
                        .isEmpty();
            }
        }
    }

    /** Tokens by who holds them. */
    private static Map<String, String> others() {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String role : List.of("admin", "facilitator")) {
            tokens.put(role, TheStack.running().token(role + "." + institution, Optional.of(institution)));
        }
        tokens.put("another participant", Participant.at(institution).token());
        tokens.put(
                "a participant elsewhere",
                Participant.at(TheStack.institutions().get(9)).token());
        tokens.put(
                "the portal",
                TheStack.running()
                        .portalToken(
                                TheStack.demonstrated()
                                        .portals()
                                        .get("portal-" + institution)
                                        .clientId(),
                                institution));
        tokens.put("the analyst", TheStack.running().token("analyst", Optional.empty()));
        tokens.put("the operator", TheStack.running().token(TheStack.running().operator(), Optional.empty()));
        return tokens;
    }

    /** The first row's first column; empty if the database does not let this role ask. */
    private static Optional<String> read(String url, String tenant, String person, String query) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute("select set_config('app.tenant', '" + tenant + "', false), set_config('app.person', '"
                            + person + "', false)");
            try (ResultSet row = connection.createStatement().executeQuery(query)) {
                row.next();
                return Optional.of(row.getString(1));
            }
        } catch (SQLException refused) {
            assertThat(refused.getSQLState())
                    .as("no right to connect, or to the table: " + refused.getMessage())
                    .isIn("42501", "28000");
            return Optional.empty();
        }
    }
}
