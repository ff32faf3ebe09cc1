package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.mentoringcommons.deploy.local.Service;

/** One participant's sitting: the form as served, and what is sent back. */
final class Answer {

    private final String path;
    private final Map<String, Object> body = new HashMap<>();

    private Answer(String token) {
        path = "/survey/v1/forms/" + token;
        Response form = given().baseUri(base()).get(path);
        form.then().statusCode(200);
        body.put("receipt", form.path("receipt"));
        body.put("consentVersion", form.path("consent.version"));
        body.put("research", true);
        body.put("answers", new HashMap<String, Object>());
    }

    static Answer to(String token) {
        return new Answer(token);
    }

    Answer withoutResearchConsent() {
        body.put("research", false);
        return this;
    }

    Answer pair(String item, Object then, Object now) {
        Map<String, Object> pair = new HashMap<>();
        pair.put("then", then);
        if (now != null) {
            pair.put("now", now);
        }
        return value(item, pair);
    }

    /** All six communication items with a gain of one point. */
    Answer improved() {
        for (int item = 1; item <= 6; item++) {
            pair("communication_" + item, 4, 5);
        }
        return this;
    }

    Answer value(String item, Object value) {
        @SuppressWarnings("unchecked")
        Map<String, Object> answers = (Map<String, Object>) body.get("answers");
        answers.put(item, value);
        return this;
    }

    Response send() {
        return given().baseUri(base())
                .contentType("application/json")
                .body(body)
                .post(path + "/response");
    }

    private static String base() {
        return TheStack.stack().url(Service.SURVEY).toString();
    }
}
