package org.mentoringcommons.survey;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** The service as one caller uses it. */
public record Api(String token) {

    public static Api operator() {
        return new Api(Token.platform(Roles.PLATFORM_OPERATOR));
    }

    public static Api administrator(Tenant institution) {
        return new Api(Token.member(institution, Roles.INSTITUTION_ADMIN));
    }

    public static Api portal(Tenant institution) {
        return new Api(Token.member(institution, Roles.PORTAL));
    }

    public static Api evaluator(Tenant institution, String subject) {
        return new Api(Token.of(subject).at(institution, Roles.EVALUATOR).sign());
    }

    /** Somebody with nothing but a link. */
    public static Api anybody() {
        return new Api(null);
    }

    public Response get(String path) {
        return call().get("/survey/v1" + path);
    }

    public Response post(String path, Object body) {
        return call().contentType(ContentType.JSON).body(body).post("/survey/v1" + path);
    }

    public Response put(String path, Object body) {
        return call().contentType(ContentType.JSON).body(body).put("/survey/v1" + path);
    }

    public Response putIfMatch(String path, String tag, Object body) {
        return call().contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/survey/v1" + path);
    }

    public Response delete(String path) {
        return call().delete("/survey/v1" + path);
    }

    /** The page that this one's {@code Link} header names as the next; null after the last. */
    public Response next(Response page) {
        String link = page.header("Link");
        return link == null
                ? null
                : call().urlEncodingEnabled(false).get(link.replaceAll("<([^>]*)>; rel=\"next\"", "$1"));
    }

    /** Sends an answer with a receipt of its own. */
    public static Response answer(String token, String receipt, Map<String, Object> answers) {
        return answer(token, receipt, true, answers);
    }

    public static Response answer(String token, String receipt, boolean research, Map<String, Object> answers) {
        return anybody()
                .post(
                        "/forms/" + token + "/response",
                        Map.of("receipt", receipt, "consentVersion", "1", "research", research, "answers", answers));
    }

    private io.restassured.specification.RequestSpecification call() {
        return token == null ? given() : given().auth().oauth2(token);
    }
}
