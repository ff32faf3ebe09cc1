package org.mentoringcommons.survey.withdrawal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** What somebody who has left is given, and the pages that lead to it. */
@QuarkusTest
class WithdrawalProofTest extends Leaving {

    @Test
    void the_proof_is_genuine_or_not_there_and_says_the_same_as_page_and_pdf() throws Exception {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "exclude");
        String receipt = Questions.receipt();
        answer(asked, 0, receipt);
        Response done = byReceipt(receipt);
        String code = done.<String>path("address").replaceAll(".*/p/", "");

        Response json = Api.anybody().get("/withdrawals/" + code);
        Response page =
                given().accept("text/html").header("Accept-Language", "es").get("/p/" + code);
        Response pdf = given().get("/p/" + code + "/pdf");

        assertThat(Database.json(json.asString())).isEqualTo(Database.json(done.asString()));
        page.then().statusCode(200).body(containsString("Comprobante de retirada"));
        assertThat(page.asString()).contains(done.<String>path("withdrawal"), "Aún no se sabe todo");
        pdf.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment"));
        assertThat(org.mentoringcommons.survey.Pdf.text(pdf.asByteArray()))
                .contains("Proof of withdrawal", "left out of every count", done.<String>path("withdrawal"));
        for (String forged : List.of(code.substring(1), "A" + code.substring(1), code + "A", "A".repeat(64), "!")) {
            Api.anybody()
                    .get("/withdrawals/" + forged)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("proof-not-found"));
        }
        given().accept("text/html")
                .get("/p/" + code + "A")
                .then()
                .statusCode(404)
                .body(containsString("not one of our proofs"));
    }

    @Test
    void the_pages_withdraw_without_script() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "destroy");
        String receipt = Questions.receipt();
        answer(asked, 0, receipt);
        String byReceipt = "/w/" + World.alias(Token.LAKESIDE);
        String byLink = "/s/" + asked.tokens().get(1) + "/withdrawal";

        html().get(byReceipt)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
        html().formParam("receipt", "<b>wrong")
                .post(byReceipt)
                .then()
                .statusCode(404)
                .body(containsString("value=\"&lt;b&gt;wrong\""))
                .body(containsString("id=\"receipt-error\""));
        html().formParam("receipt", receipt)
                .post(byReceipt)
                .then()
                .statusCode(200)
                .body(containsString("Proof of withdrawal"))
                .body(containsString("Answers already sent are destroyed."));
        html().get(byLink + "?lang=es").then().statusCode(200).body(containsString("Borrar mi invitación"));
        assertThat(Database.count(
                        "withdrawal w join wave v on v.tenant = w.tenant and v.protocol = w.protocol"
                                + " where v.id = ?::uuid",
                        asked.wave()))
                .isEqualTo(1);
        html().formParam("yes", "yes").post(byLink).then().statusCode(200).body(containsString("Proof of withdrawal"));
        html().get("/s/nonsense/withdrawal").then().statusCode(404).body(containsString("This link leads nowhere"));
        html().get("/w/nowhere").then().statusCode(404).body(containsString("There is no such institution"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }
}
