package org.mentoringcommons.deploy.acceptance;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.deploy.local.Service;

/** Where an institution's systems are told what happened. */
final class Webhooks {

    /** Where nobody listens. */
    private static final String NOBODY = "http://127.0.0.1:9/hooks/";

    private Webhooks() {}

    /** One with a message, by the names that paths give them. */
    static Map<String, String> of(String institution) {
        String webhook =
                at(institution, NOBODY + UUID.randomUUID(), "release.frozen").path("id");
        String message = TheStack.asPortal(institution, Service.SURVEY)
                .post("/survey/v1/webhooks/" + webhook + "/ping")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Map.of("webhook", webhook, "message", message);
    }

    /** A new one, as its portal is answered. */
    static Response at(String institution, String url, String... events) {
        Response made = TheStack.asPortal(institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of("url", url, "events", List.of(events)))
                .post("/survey/v1/webhooks");
        made.then().statusCode(201);
        return made;
    }
}
