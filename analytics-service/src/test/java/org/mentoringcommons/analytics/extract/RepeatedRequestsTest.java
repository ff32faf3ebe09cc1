package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.contract.Token;

/** A row file, and a text that institutions agree to, are made once however often the same request is sent. */
@QuarkusTest
class RepeatedRequestsTest extends RowFiles {

    private static final Map<String, ?> WANTED = Map.of("format", "csv", "purpose", "sent again");
    private static final Map<String, ?> TEXT = Map.of("text", "clearer words", "material", false);

    private final String key = UUID.randomUUID().toString();

    @Test
    void the_same_row_file_is_asked_for_once_also_when_it_is_written_meanwhile() {
        studied("again");
        String first = extract("again", key, WANTED).statusCode(202).extract().header("Location");
        worker.round();

        extract("again", key, WANTED).statusCode(202).header("Location", equalTo(first));

        member().get(STUDIES + "/again/extracts").then().body("$", hasSize(1));
        extract("again", UUID.randomUUID().toString(), WANTED).statusCode(202);
        member().get(STUDIES + "/again/extracts").then().body("$", hasSize(2));
        worker.round();
    }

    @Test
    void of_two_at_once_one_is_made() throws Exception {
        studied("at-once");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<String> asking = () ->
                    extract("at-once", key, WANTED).statusCode(202).extract().header("Location");
            List<Future<String>> both = two.invokeAll(List.of(asking, asking));
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        } finally {
            two.shutdownNow();
        }

        member().get(STUDIES + "/at-once/extracts").then().body("$", hasSize(1));
        worker.round();
    }

    @Test
    void a_text_is_published_once() {
        studied("text-again");
        String texts = STUDIES + "/text-again/agreement-texts";

        Response first = operator().body(TEXT).post(texts);
        Response again = operator().body(TEXT).post(texts);

        first.then().statusCode(201).body("version", equalTo(2));
        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        operator().get(texts).then().body("version", contains(1, 2));
        Declared.operator().body(TEXT).post(texts).then().statusCode(201).body("version", equalTo(3));
        assertThat(operator().body(TEXT).post(texts).asString()).as("still").isEqualTo(first.asString());
    }

    @Test
    void a_key_means_one_request_of_one_caller() {
        studied("meaning");
        extract("meaning", key, WANTED).statusCode(202);

        extract("meaning", key, Map.of("format", "parquet", "purpose", "sent again"))
                .statusCode(422)
                .body("type", endsWith("idempotency-key-reused"))
                .body("violations.field", contains("Idempotency-Key"));
        operator().body(TEXT).post(STUDIES + "/meaning/agreement-texts").then().statusCode(201);
        extract("meaning", "short", WANTED)
                .statusCode(400)
                .body("type", endsWith("idempotency-key-unacceptable"))
                .body("violations.field", contains("Idempotency-Key"));
        worker.round();
    }

    @Test
    void what_failed_can_be_sent_again_and_after_a_day_a_key_is_free() throws SQLException {
        studied("freed");
        for (int i = 0; i < 3; i++) {
            requested("freed", "csv");
        }
        extract("freed", key, WANTED).statusCode(409);
        worker.round();

        extract("freed", key, WANTED).statusCode(202);
        worker.round();
        asOwner("update repeated_request set made_at = now() - interval '25 hours'");

        extract("freed", key, Map.of("format", "parquet", "purpose", "another")).statusCode(202);
        worker.round();
    }

    private static ValidatableResponse extract(String study, String key, Map<String, ?> wanted) {
        return member().header("Idempotency-Key", key)
                .body(wanted)
                .post(STUDIES + "/" + study + "/extracts")
                .then();
    }

    private RequestSpecification operator() {
        return Declared.as(Token.platform(org.mentoringcommons.tenancy.Roles.PLATFORM_OPERATOR))
                .header("Idempotency-Key", key);
    }
}
