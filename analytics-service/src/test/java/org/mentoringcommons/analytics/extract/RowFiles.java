package org.mentoringcommons.analytics.extract;

import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** A study of one institution whose row files are asked for, and what tests of them have in common. */
abstract class RowFiles {

    static final String MEMBER = "member who extracts";

    @Inject
    Feed feed;

    @Inject
    ExtractWorker worker;

    @Inject
    Leases leases;

    Tenant studied(String name) {
        Tenant site = Facts.institution("extract " + name);
        Map<String, Object> workshop = new HashMap<>(Facts.workshop(name + " shop", name, 240));
        workshop.put("coverage", Map.of("known", true, "modules", List.of("listening", "feedback")));
        feed.state("workshops", site, Facts.id(name + " shop"), workshop);
        feed.state("waves", site, Facts.id(name + " wave"), Facts.wave(name + " wave", name + " shop", instrument()));
        if (Declared.operator().get(STUDIES + "/" + name).statusCode() == 404) {
            Declared.declare(Declared.study(name, name, "extract", "both", MEMBER))
                    .statusCode(201);
            Declared.join(name, site, 1).statusCode(201);
        }
        return site;
    }

    static Map<String, Object> instrument() {
        return Facts.instrument(
                "extract",
                "1",
                List.of(
                        Facts.thenNow("a"),
                        Facts.thenNow("b"),
                        Facts.likert("pace", 5),
                        Facts.options("stage", "choice", List.of("=early", "late")),
                        Facts.options("race", "multi_choice", List.of("x", "y", "z")),
                        Facts.text("why")),
                List.of(Facts.scale("both", "a", "b")));
    }

    void answer(Tenant site, String study, String who, boolean research, Map<String, ?> answers) {
        String name = study + " " + who;
        feed.state("responses", site, Facts.id(name), Facts.response(name, study + " wave", research, answers));
    }

    static io.restassured.specification.RequestSpecification member() {
        return Declared.as(Token.of(MEMBER).sign());
    }

    static ValidatableResponse request(String study, Map<String, ?> body) {
        return member().body(body).post(STUDIES + "/" + study + "/extracts").then();
    }

    static String requested(String study, String format) {
        return request(study, Map.of("format", format, "purpose", "a test"))
                .statusCode(202)
                .extract()
                .header("Location");
    }

    String ready(String study, String format) {
        String address = requested(study, format);
        worker.round();
        show(address).body("state", equalTo("ready"));
        return address;
    }

    static ValidatableResponse show(String address) {
        return member().get(address).then().statusCode(200);
    }

    static Response fetched(String address, String what) {
        Response answer = member().get(address + "/" + what);
        answer.then().statusCode(200);
        return answer;
    }

    static List<CSVRecord> parsed(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
    }

    static boolean lost(Runnable step) {
        try {
            step.run();
            return false;
        } catch (Lease.Lost lost) {
            return true;
        }
    }

    static void silence(String address) throws SQLException {
        asOwner("update extract set lease_until = now() - interval '1 second' where id = '" + id(address) + "'");
    }

    static int parts(String address) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.rows(owner, "select 1 from extract_part where extract = '" + id(address) + "'")
                    .size();
        }
    }

    static void asOwner(String statement) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement().execute(statement);
        }
    }

    static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
