package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.isOneOf;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.deploy.local.Service;

/** Exports as an evaluator orders and fetches them. */
final class ExportedFiles {

    private static final String EVALUATOR = "coder.one";

    private final String institution;
    private final String protocol;

    ExportedFiles(String institution, String protocol) {
        this.institution = institution;
        this.protocol = protocol;
    }

    /** Fetched by sheet, once they are written, while the request waits or, if a round was quicker to find it, in that. */
    Map<String, byte[]> ordered(Map<String, Object> wanted) {
        Response made = evaluator()
                .contentType("application/json")
                .body(wanted)
                .post("/survey/v1/protocols/" + protocol + "/exports");
        made.then().statusCode(isOneOf(201, 202));
        String address = URI.create(made.header("Location")).getPath();
        Response[] ready = new Response[1];
        Eventually.assertThat(() -> {
            ready[0] = evaluator().get(address);
            assertThat(ready[0].<String>path("state")).isEqualTo("ready");
        });
        Map<String, byte[]> files = new HashMap<>();
        for (Map<String, Object> file : ready[0].jsonPath().<Map<String, Object>>getList("files")) {
            assertThat(file.get("name").toString()).contains("-" + wanted.get("population") + "-");
            files.put(
                    file.get("sheet").toString(),
                    evaluator()
                            .get(file.get("href").toString())
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray());
        }
        evaluator().delete(address).then().statusCode(204); // ten at a time are kept
        return files;
    }

    /** Of all waves that are over, by their protocol. */
    Map<String, byte[]> ordered(String format, String population) {
        return ordered(Map.of("format", format, "population", population, "purpose", "Reading it back"));
    }

    /** The protocol that a workshop's people are asked under. */
    static ExportedFiles ofWorkshop(String institution, String workshop) {
        List<String> protocols = TheStack.as(EVALUATOR, institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .path("protocol");
        return new ExportedFiles(institution, protocols.get(0));
    }

    private RequestSpecification evaluator() {
        return TheStack.as(EVALUATOR, institution, Service.SURVEY);
    }
}
