package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Our own curriculum, imported once, of which three institutions make each what it needs. */
@ExtendWith(TheStack.class)
class CurriculumJourneyTest {

    private static final String API = "/curriculum/v1";
    private static final String CURRICULUM = "mentoring-with-care";
    private static final String SHARED = API + "/curricula/" + CURRICULUM + "/versions/";
    private static final String MANIFEST = "curriculum.json";
    private static final String REWRITTEN = "modules/aligning-expectations/strategies.md";
    private static final String NEW_UPSTREAM = "modules/effective-communication/opening.md";
    private static final String WORDS_UPSTREAM = "\nSaid better in the second edition.\n";

    @BeforeAll
    static void ourOwnIsImportedOnce() {
        TheStack.asOperator(Service.CURRICULUM).put(API + "/starter").then().statusCode(200);
    }

    @Test
    void one_forks_it_drops_reorders_and_rewrites_and_takes_what_is_new_upstream() {
        String institution = TheStack.institutions().get(5);
        String fork = API + "/adaptations/"
                + json(admin(institution))
                        .body(Map.of("key", "journey", "title", "Ours", "curriculum", CURRICULUM, "version", "1.0.0"))
                        .post(API + "/adaptations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Map<String, String> files = texts(institution, fork + "/revisions/1/package");
        List<String> kept = rewrite(files);
        send(institution, fork, files);
        assertThat(texts(institution, fork + "/revisions/2/package"))
                .as("what comes back is what was sent")
                .isEqualTo(files);

        secondEdition();
        facilitator(institution)
                .get(fork + "/upstream?version=1.1.0")
                .then()
                .body("unit", hasItems(NEW_UPSTREAM))
                .body("findAll { it.conflict }.unit", equalTo(List.of()));
        json(facilitator(institution))
                .body(Map.of("basedOn", 2, "version", "1.1.0"))
                .post(fork + "/upstream")
                .then()
                .statusCode(200);

        Map<String, String> merged = texts(institution, fork + "/revisions/3/package");
        assertThat(merged.get(NEW_UPSTREAM)).endsWith(WORDS_UPSTREAM);
        assertThat(merged.get(REWRITTEN)).contains("As we do it at " + institution);
        assertThat(modules(merged)).as("ours without ethics, and equity first").isEqualTo(kept);
        admin(institution).post(fork + "/revisions/3/publish").then().statusCode(200);
        String workshop = held(institution, fork, 3);
        tells(workshop, CURRICULUM + " 1.1.0 {" + kept.get(0) + "}");
        onlyTheirs(institution, fork);
        onlyTheirs(institution, API + "/workshops/" + workshop);
    }

    @Test
    void one_plans_it_for_the_time_there_is_and_whoever_was_there_has_a_certificate_that_can_be_checked() {
        String institution = TheStack.institutions().get(6);
        JsonPath agenda = facilitator(institution)
                .get(SHARED + "1.0.0/agenda?audience=mentor&budget=day")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<List<String>> proposed = agenda.getList("sessions.modules.key");
        List<Map<String, Object>> sessions = new ArrayList<>();
        for (List<String> modules : proposed) {
            Instant start = Instant.now().minus(3 - sessions.size(), ChronoUnit.DAYS);
            sessions.add(Map.of("startsAt", start.toString(), "minutes", 240, "modules", modules));
        }
        String at = planned(institution, "1.0.0", sessions);
        List<String> people = Workshops.enrol(institution, at.substring(at.lastIndexOf('/') + 1), 2);
        attend(institution, at, 1, people);
        attend(institution, at, 2, people.subList(0, 1));
        facilitator(institution).post(at + "/deliver").then().statusCode(200);

        facilitator(institution)
                .get(at + "/hours")
                .then()
                .statusCode(200)
                .body("people.find { it.participant == '" + people.get(0) + "' }.minutes", equalTo(480))
                .body("people.find { it.participant == '" + people.get(1) + "' }.minutes", equalTo(240));
        JsonPath certificates =
                facilitator(institution).get(at + "/certificates").jsonPath();
        assertThat(certificates.getList("participant")).containsExactly(people.get(0));
        given().baseUri(TheStack.stack().url(Service.CURRICULUM).toString())
                .get(API + "/certificates/" + certificates.getString("[0].code"))
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("minutes", equalTo(480));
        onlyTheirs(institution, at);
    }

    @Test
    void one_brings_its_past_along_corrects_it_and_takes_everything_to_where_it_teaches() {
        String institution = TheStack.institutions().get(7);
        String past = "reference,name,curriculum,version,mode,audience,timezone,sessions,enrolled,attended,modules\n"
                + "journey-1,Spring," + CURRICULUM + ",1.0.0,in_person,mentor,UTC,2019-03-02T09:00/240,12,11,unknown\n"
                + "journey-2,Fall," + CURRICULUM + ",1.0.0,online,mentor,UTC,2019-09-06T09:00/240,9,9,"
                + "effective-communication\n";
        List<String> workshops = admin(institution)
                .contentType("text/csv")
                .body(past)
                .post(API + "/past-workshops")
                .then()
                .statusCode(200)
                .body("imported", equalTo(2))
                .extract()
                .path("workshops.workshop");

        json(admin(institution))
                .body(Map.of("enrolled", 14, "attended", 13))
                .put(API + "/past-workshops/" + workshops.get(0) + "/people")
                .then()
                .statusCode(200);

        Eventually.assertThat(() -> assertThat(Database.names(
                        Service.ANALYTICS,
                        "select attended || ' of ' || enrolled from workshop where id in ('"
                                + String.join("', '", workshops) + "') order by attended desc"))
                .as("what is divided by")
                .containsExactly("13 of 14", "9 of 9"));
        tells(workshops.get(1), CURRICULUM + " 1.0.0 {effective-communication}");
        Map<String, String> cartridge = texts(institution, SHARED + "1.0.0/cartridge");
        assertThat(cartridge).containsKeys("imsmanifest.xml", "web/module-effective-communication.html");
        Map<String, String> whole = texts(institution, SHARED + "1.0.0/package");
        assertThat(modules(whole)).contains("ethical-behaviour");
        // what was taken along is what was published, byte by byte
        TheStack.asOperator(Service.CURRICULUM)
                .contentType("application/zip")
                .body(Zip.of(whole))
                .post(API + "/packages?dryRun=true")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unchanged"));
        workshops.forEach(workshop -> onlyTheirs(institution, API + "/workshops/" + workshop));
    }

    /** Without a module and without a part, equity first, and one part in words of the institution's own; tells the modules. */
    private static List<String> rewrite(Map<String, String> files) {
        ObjectNode manifest = (ObjectNode) TheStack.json(files.get(MANIFEST));
        ArrayNode modules = manifest.withArray("modules");
        List<JsonNode> kept = new ArrayList<>();
        modules.forEach(module -> {
            String key = module.get("key").asText();
            if (key.equals("ethical-behaviour")) {
                files.keySet().removeIf(file -> file.startsWith("modules/" + key + "/"));
            } else {
                kept.add(key.equals("equity-and-inclusion") ? 0 : kept.size(), module);
            }
        });
        JsonNode first = kept.get(0);
        ArrayNode parts = (ArrayNode) first.get("parts");
        for (int at = parts.size() - 1; at >= 0; at--) {
            if (parts.get(at).asText().equals("reading.md")) {
                parts.remove(at);
            }
        }
        files.remove("modules/" + first.get("key").asText() + "/reading.md");
        modules.removeAll().addAll(kept);
        files.put(MANIFEST, manifest.toPrettyString());
        return kept.stream().map(module -> module.get("key").asText()).toList();
    }

    private static void send(String institution, String fork, Map<String, String> files) {
        files.computeIfPresent(REWRITTEN, (name, text) -> text + "\nAs we do it at " + institution + ".\n");
        facilitator(institution)
                .contentType("application/zip")
                .body(Zip.of(files))
                .put(fork + "/package?basedOn=1")
                .then()
                .statusCode(200);
    }

    /** Of the shared curriculum, by whoever runs the platform; one opening is new. */
    private static void secondEdition() {
        RequestSpecification operator = TheStack.asOperator(Service.CURRICULUM);
        Map<String, String> files =
                Zip.texts(operator.get(SHARED + "1.0.0/package").asByteArray());
        ObjectNode manifest = (ObjectNode) TheStack.json(files.get(MANIFEST));
        files.put(MANIFEST, manifest.put("version", "1.1.0").toPrettyString());
        files.computeIfPresent(NEW_UPSTREAM, (name, text) -> text + WORDS_UPSTREAM);
        TheStack.asOperator(Service.CURRICULUM)
                .contentType("application/zip")
                .body(Zip.of(files))
                .post(API + "/packages")
                .then()
                .statusCode(201);
        TheStack.asOperator(Service.CURRICULUM)
                .post(SHARED + "1.1.0/publish")
                .then()
                .statusCode(200);
    }

    private static String held(String institution, String fork, int revision) {
        String id = fork.substring(fork.lastIndexOf('/') + 1);
        JsonPath agenda = facilitator(institution)
                .get(fork + "/revisions/" + revision + "/agenda?audience=mentor&minutes=240")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String own = agenda.getString("sessions[0].modules[0].key");
        assertThat(own).isEqualTo("equity-and-inclusion");
        String at = planned(
                institution,
                "1.1.0",
                List.of(Map.of(
                        "startsAt", Instant.now().minus(1, ChronoUnit.DAYS).toString(), "minutes", 240)));
        json(facilitator(institution))
                .body(Map.of("adaptation", id, "revision", revision))
                .put(at + "/adaptation")
                .then()
                .statusCode(200);
        json(facilitator(institution))
                .body(Map.of("known", true, "modules", List.of(own)))
                .put(at + "/coverage")
                .then()
                .statusCode(200);
        facilitator(institution).post(at + "/deliver").then().statusCode(200);
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static String planned(String institution, String version, List<Map<String, Object>> sessions) {
        return API + "/workshops/"
                + json(facilitator(institution))
                        .body(Map.of(
                                "name",
                                "The journey",
                                "curriculum",
                                CURRICULUM,
                                "version",
                                version,
                                "mode",
                                "online",
                                "audience",
                                "mentor",
                                "certificateMinutes",
                                480,
                                "sessions",
                                sessions))
                        .post(API + "/workshops")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static void attend(String institution, String workshop, int session, List<String> people) {
        json(facilitator(institution))
                .body(Map.of("participants", people))
                .put(workshop + "/sessions/" + session + "/attendance")
                .then()
                .statusCode(200);
    }

    /** What is compared: the shared version and its modules, and nobody's own. */
    private static void tells(String workshop, String what) {
        Eventually.assertThat(() -> assertThat(Database.names(
                        Service.ANALYTICS,
                        "select curriculum || ' ' || version || ' ' || modules::text from workshop where id = '"
                                + workshop + "' and status = 'delivered' and coverage_known"))
                .containsExactly(what));
    }

    private static void onlyTheirs(String institution, String path) {
        admin(institution).get(path).then().statusCode(200);
        for (String other : TheStack.institutions().subList(5, 8)) {
            if (!other.equals(institution)) {
                admin(other).get(path).then().statusCode(404);
            }
        }
    }

    private static List<String> modules(Map<String, String> files) {
        return JsonPath.from(files.get(MANIFEST)).getList("modules.key");
    }

    private static Map<String, String> texts(String institution, String path) {
        return Zip.texts(facilitator(institution)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private static RequestSpecification json(RequestSpecification caller) {
        return caller.contentType("application/json");
    }

    private static RequestSpecification admin(String institution) {
        return TheStack.as("admin." + institution, institution, Service.CURRICULUM);
    }

    private static RequestSpecification facilitator(String institution) {
        return TheStack.as("facilitator." + institution, institution, Service.CURRICULUM);
    }
}
