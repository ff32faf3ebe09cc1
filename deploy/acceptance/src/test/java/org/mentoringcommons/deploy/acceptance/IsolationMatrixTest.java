package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/**
 * Every operation of every service, as its OpenAPI document lists them, tried by everybody who does not belong, with
 * valid requests on real things of another institution. {@code target/isolation} holds what they were answered.
 */
@ExtendWith(TheStack.class)
class IsolationMatrixTest {

    private static final Matrix MATRIX = new Matrix();
    private static List<Operation> operations;
    private static Map<String, Stake> stakes;
    private static Things things;
    private static Cast cast;

    @BeforeAll
    static void an_institution_with_real_things_and_many_strangers() {
        String ours = TheStack.institutions().get(0);
        operations = Operation.all();
        stakes = Stake.all();
        things = new Things(ours);
        cast = new Cast(ours, TheStack.institutions().get(1));
        cast.assemble(things.get("hub").equals("hub-1") ? "hub-2" : "hub-1");
    }

    @AfterAll
    static void the_matrix_is_written() {
        MATRIX.write();
    }

    @Test
    void every_operation_has_its_row_and_every_row_its_operation() {
        assertThat(stakes.keySet())
                .as("operations.txt beside the OpenAPI documents")
                .containsExactlyInAnyOrderElementsOf(
                        operations.stream().map(Operation::toString).toList());
    }

    @TestFactory
    Stream<DynamicTest> every_stranger_is_refused() {
        return operations.stream()
                .filter(operation -> stakes.containsKey(operation.toString()))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    Stake stake = stakes.get(operation.toString());
                    List<String> wrong = new ArrayList<>();
                    for (Stranger stranger : cast.strangers()) {
                        Expectation expected = Expectation.of(operation, stake, stranger);
                        if (expected != Expectation.NOT_REFUSED) {
                            String cell = cell(call(operation, stake, stranger.token()), expected);
                            MATRIX.note(operation, stranger.name(), cell);
                            if (cell.startsWith("✗")) {
                                wrong.add(stranger.name() + ": " + cell);
                            }
                        } else {
                            MATRIX.note(operation, stranger.name(), "·");
                        }
                    }
                    assertThat(wrong).as(operation.toString()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_same_request_is_granted_to_those_who_belong() {
        return operations.stream()
                .filter(operation -> stakes.containsKey(operation.toString()))
                .filter(operation ->
                        operation.reads() || stakes.get(operation.toString()).granted() != null)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    Stake stake = stakes.get(operation.toString());
                    int granted = stake.granted() == null ? 200 : stake.granted();
                    Response answer = call(operation, stake, entitled(operation, stake));
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(granted);
                }));
    }

    /** The token of somebody whom the operation is for; null where the link admits. */
    private static String entitled(Operation operation, Stake stake) {
        if (stake.kind().equals("link") || stake.kind().equals("letter")) {
            return null;
        }
        if (stake.kind().equals("study")) {
            var evaluator = TheStack.demonstrated().users().get("evaluator");
            return TheStack.running().token(evaluator.username(), Optional.of(evaluator.institution()));
        }
        if (stake.kind().equals("person")) {
            return things.ownersToken();
        }
        return operation.roles().stream()
                .flatMap(role -> cast.entitled(role).stream())
                .findFirst()
                .orElseThrow();
    }

    private static String cell(Response answer, Expectation expected) {
        String said = answer.statusCode() + type(answer);
        boolean ownOnly =
                answer.statusCode() == 200 && things.secrets().stream().noneMatch(answer.asString()::contains);
        boolean right =
                switch (expected) {
                    case NOT_AUTHENTICATED, FORBIDDEN, NOT_FOUND, TOLD_BY_LINE -> said.startsWith(expected.words());
                    case SEVERAL, SUSPENDED -> said.equals(expected.words());
                    case ONLY_OWN -> ownOnly;
                    case ONLY_OWN_OR_FORBIDDEN -> ownOnly || answer.statusCode() == 403;
                    case NOT_REFUSED -> true;
                };
        if (!right) {
            return "✗ " + said + " instead of " + expected.words();
        }
        return ownOnly ? "200, only own" : said;
    }

    private static String type(Response answer) {
        boolean problem = answer.contentType() != null && answer.contentType().contains("problem+json");
        String type = problem ? answer.path("type") : null;
        return type == null ? "" : " " + type.substring(type.lastIndexOf(':') + 1);
    }

    private static Response call(Operation operation, Stake stake, String token) {
        Service service = operation.service();
        RequestSpecification request = given().baseUri(
                        TheStack.stack().url(service).toString())
                .redirects()
                .follow(false);
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (operation.contentType() != null) {
            String body = stake.body() == null ? "{}" : things.fill(service, stake.body());
            request.contentType(operation.contentType() + "; charset=UTF-8");
            if (operation.contentType().contains("form")) {
                request.body(body); // REST Assured takes forms as words only
            } else {
                request.body(body.getBytes(UTF_8));
            }
        }
        return request.request(operation.method(), things.fill(service, operation.path()));
    }
}
