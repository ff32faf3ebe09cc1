package org.mentoringcommons.survey.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.survey.Questions.FIRST_CODER;
import static org.mentoringcommons.survey.Questions.SECOND_CODER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Two coders know nothing of each other's codes before both are done, whatever the service asks the database for. */
@QuarkusTest
class ApartTest {

    @Inject
    World world;

    private World.Asked asked;
    private String response;
    private String codebook;

    @BeforeEach
    void theFirstHasCoded() {
        asked = world.asked(Token.LAKESIDE, 1);
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        response = Coders.responses(asked).get(0);
        codebook = Coders.codebook("Agenda", "Ask More");
        Coders.assign(asked, codebook);
        Coders.redact(response).then().statusCode(200);
        Coders.code(FIRST_CODER, response, codebook, "Ask More").then().statusCode(200);
    }

    @Test
    void the_second_is_told_nothing_until_both_are_done() {
        assertThat(texts(SECOND_CODER).asString()).contains("uncoded").doesNotContain("Ask More", FIRST_CODER);
        texts(FIRST_CODER).then().body("[0].codings.'" + FIRST_CODER + "'[0]", equalTo("Ask More"));

        Response coded = Coders.code(SECOND_CODER, response, codebook, "Agenda");

        assertThat(coded.asString()).doesNotContain("Ask More", FIRST_CODER);
        for (String coder : List.of(FIRST_CODER, SECOND_CODER)) {
            texts(coder)
                    .then()
                    .body("[0].state", equalTo("disputed"))
                    .body("[0].codings.'" + FIRST_CODER + "'[0]", equalTo("Ask More"))
                    .body("[0].codings.'" + SECOND_CODER + "'[0]", equalTo("Agenda"));
        }
    }

    @Test
    void the_database_shows_a_coders_codes_to_that_coder_alone() throws SQLException {
        assertThat(as(FIRST_CODER, seen())).containsExactly("{\"Ask More\"}");
        assertThat(as(SECOND_CODER, seen())).isEmpty();
        assertThat(as("somebody", seen())).isEmpty();
        assertThat(as("", seen())).isEmpty();
        assertThat(as(
                        SECOND_CODER,
                        "update judgement set codes = '{Agenda}' where response = '" + response + "' returning codes"))
                .isEmpty();
        assertThat(as(
                        SECOND_CODER,
                        "insert into text_coding (tenant, response, item, coder, codebook_key, codebook_version) values"
                                + " (current_tenant(), '" + response + "', '" + Coders.ITEM + "', 'invented', '"
                                + codebook
                                + "', '1') returning coder"))
                .containsExactly("refused 42501");
    }

    @Test
    void once_both_are_done_the_database_lets_nobody_change_what_they_coded_alone() throws SQLException {
        Coders.code(SECOND_CODER, response, codebook, "Agenda").then().statusCode(200);

        assertThat(as(SECOND_CODER, seen())).containsExactlyInAnyOrder("{\"Ask More\"}", "{Agenda}");
        for (String coder : List.of(FIRST_CODER, SECOND_CODER)) {
            assertThat(as(
                            coder,
                            "update judgement set codes = '{Other}' where response = '" + response
                                    + "' returning codes"))
                    .isEmpty();
        }
    }

    private Response texts(String coder) {
        return Api.evaluator(Token.LAKESIDE, coder).get("/texts?wave=" + asked.wave());
    }

    private String seen() {
        return "select codes from judgement where response = '" + response + "'";
    }

    /** The first column, as the service's own role gets it for Lakeside while this person's token speaks. */
    private static List<String> as(String person, String sql) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("test.database.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                PreparedStatement binding = connection.prepareStatement(
                        "select set_config('app.tenant', ?, false), set_config('app.person', ?, false)")) {
            binding.setString(1, Token.LAKESIDE.id());
            binding.setString(2, person);
            binding.execute();
            List<String> found = new ArrayList<>();
            try (ResultSet row = connection.createStatement().executeQuery(sql)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            } catch (SQLException refused) {
                found.add("refused " + refused.getSQLState());
            }
            return found;
        }
    }
}
