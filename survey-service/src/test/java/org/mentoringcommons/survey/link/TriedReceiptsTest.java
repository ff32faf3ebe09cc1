package org.mentoringcommons.survey.link;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.contract.Token;

/** Whether a receipt is one, only the database knows: whoever tries many is on an account all the same. */
@QuarkusTest
class TriedReceiptsTest {

    @Test
    void every_try_is_counted_on_the_address_it_comes_from() {
        given().contentType("application/json")
                .body(Map.of("institution", Token.LAKESIDE.id(), "receipt", "AAAA-BBBB-CCCC"))
                .post("/survey/v1/withdrawals")
                .then()
                .header("RateLimit-Policy", containsString("address"));
        given().formParam("receipt", "AAAA-BBBB-CCCC")
                .post("/w/" + Token.LAKESIDE.id())
                .then()
                .header("RateLimit-Policy", containsString("address"));
    }
}
