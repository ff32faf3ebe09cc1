package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringcommons.deploy.local.Service;

/** Real things of one institution, by the names that paths and bodies give them. */
final class Things {

    private static final Pattern NAME = Pattern.compile("\\$?\\{(\\w+)}");
    private static final Pattern FIRST_WORD = Pattern.compile("/(\\w+)/\\{");
    private static final String STUDY = "isolation";

    private final Map<String, String> things = new HashMap<>();
    private final List<String> secrets;
    private Participant mentee;

    /** Makes what is not there yet: a delivered workshop with one answer, and a study that the institution joins. */
    Things(String institution) {
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", 3);
        List<String> tokens = Workshops.tokens(institution, workshop, 3);
        Response answered = Answer.to(tokens.get(1)).improved().send();
        answered.then().statusCode(201);
        put("survey.record", lastPart(answered.path("consentRecord")));
        put("survey.proof", lastPart(withdrawn(tokens.get(2))));
        put("survey.institution", institution);
        Studies.declare(STUDY, institution);
        put("alias", institution);
        put("username", "facilitator." + institution);
        put(
                "hub",
                TheStack.asOperator(Service.IDENTITY)
                        .get("/identity/v1/institutions/" + institution)
                        .path("hub"));
        put("import", imported());
        put("subject", "somebody");
        put("institution", TheStack.tenant(institution));
        String portal =
                TheStack.demonstrated().portals().get("portal-" + institution).clientId();
        put("portal", portal);
        put("client", portal);
        put("invitation", invitation(institution));
        put("identity.token", "no-such-letter");
        put("topic", "institutions");
        put("workshop", workshop);
        put("session", "1");
        Taught.of(institution, workshop).forEach(this::put);
        put("curriculum", "entering-mentoring");
        put("curriculum.version", "1.0.0");
        put("module", "effective-communication");
        put("worksheet", "none-is-there");
        put("crosswalk", "none-is-there");
        put("number", "1");
        worksheets(institution);
        Boards.of(institution).forEach(this::put);
        put("curriculum.revision", "1");
        put("adaptation", forked(institution));
        put("token", tokens.get(0));
        put("key", "nothing");
        put("survey.key", "mentorship-evaluation");
        put("survey.version", "1.0.0");
        put("analytics.instrument.version", "1.0.0");
        put("other", "1.0.0");
        put("instrument", "mentorship-evaluation");
        put("revision", adapted(institution));
        put("analytics.key", STUDY);
        put("analytics.version", "1");
        survey(institution, workshop);
        codebook();
        read();
        secrets = List.of(
                TheStack.tenant(institution),
                things.get("workshop"),
                things.get("wave"),
                things.get("protocol"),
                things.get("response"),
                "\"" + things.get("hub") + "\"");
    }

    /** The institution asks the instrument in its own way, which is to change nothing; the revision. */
    private static String adapted(String institution) {
        return TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body("{}")
                .put("/survey/v1/adaptations/mentorship-evaluation/1.0.0")
                .then()
                .statusCode(200)
                .extract()
                .path("revision")
                .toString();
    }

    /** Somebody withdraws before any answer; the address of the proof. */
    private static String withdrawn(String token) {
        return given().baseUri(TheStack.stack().url(Service.SURVEY).toString())
                .post("/survey/v1/forms/" + token + "/withdrawal")
                .then()
                .statusCode(201)
                .extract()
                .path("address");
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** An import of the platform's operator. */
    private String imported() {
        String location = TheStack.asOperator(Service.IDENTITY)
                .contentType("text/csv")
                .body("alias,name,hub,kind,timeZone,domains\nisolation-import,Imported," + things.get("hub")
                        + ",institution,UTC,\n")
                .post("/identity/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return lastPart(location);
    }

    private void survey(String institution, String workshop) {
        JsonPath wave = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .jsonPath();
        put("wave", wave.getString("[0].id"));
        put(
                "survey.participant",
                TheStack.asPortal(institution, Service.SURVEY)
                        .get("/survey/v1/waves/" + wave.getString("[0].id") + "/invitations")
                        .path("[0].participant"));
        put("protocol", wave.getString("[0].protocol"));
        TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of("reminderDays", List.of(7), "quietFrom", "20:00", "quietTo", "08:00"))
                .put("/survey/v1/protocols/" + things.get("protocol") + "/mailing")
                .then()
                .statusCode(200);
        put("occasion", "follow-up-6");
        put("declaration", UUID.randomUUID().toString());
        put("export", UUID.randomUUID().toString()); // for evaluators whom a protocol names: nobody here is one
        put("survey.sheet", "data");
        put("survey.import", prepared(institution));
        put(
                "survey.protocol.version",
                TheStack.as("admin." + institution, institution, Service.SURVEY)
                        .get("/survey/v1/protocols/" + things.get("protocol") + "/consents")
                        .path("[0].version"));
        Webhooks.of(institution).forEach(this::put);
        // of the demonstration's coded texts: they stand in the database and nowhere else
        List<String> text = Database.names(
                Service.SURVEY,
                "select response || ' ' || item from text_coding where tenant = '" + TheStack.tenant(institution)
                        + "' limit 1");
        assertThat(text).as("coded texts of " + institution).hasSize(1);
        put("response", text.get(0).split(" ")[0]);
        put("item", text.get(0).split(" ")[1]);
    }

    /** An import that expects its file. */
    private String prepared(String institution) {
        return TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(
                        """
                        {"source": "An old spreadsheet", "mapping": {"layout": "csv", "workshop": {"key": "none"},
                         "consent": {"research": false}, "items": [{"item": "valuable", "column": "valuable"}]}}""")
                .post("/survey/v1/protocols/" + things.get("protocol") + "/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The institution's own version of a shared curriculum. */
    private static String forked(String institution) {
        return TheStack.as("admin." + institution, institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of(
                        "key", "isolation", "title", "Ours", "curriculum", "mentoring-with-care", "version", "1.0.0"))
                .post("/curriculum/v1/adaptations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What two participants have filled in and agreed on. */
    private void worksheets(String institution) {
        mentee = Participant.at(institution);
        Participant mentor = Participant.at(institution);
        put("sheet", mentee.filledAgreement());
        put("share", "99999999-9999-4999-8999-999999999999");
        put("agreement", mentee.proposes(things.get("sheet"), mentor));
    }

    /** The token of whoever owns the sheet and proposed the agreement. */
    String ownersToken() {
        return mentee.token();
    }

    private static String invitation(String institution) {
        return TheStack.as("admin." + institution, institution, Service.IDENTITY)
                .contentType("application/json")
                .body(Map.of("email", "invited@people.example", "roles", List.of("facilitator")))
                .post("/identity/v1/institutions/" + institution + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void codebook() {
        JsonPath codebooks =
                TheStack.asOperator(Service.SURVEY).get("/survey/v1/codebooks").jsonPath();
        put("codebook", codebooks.getString("[0].key"));
        put("codebookVersion", codebooks.getString("[0].version"));
        put("code", codebooks.getString("[0].codes[0].code"));
    }

    /** What its team reads of the study. */
    private void read() {
        var evaluator = TheStack.demonstrated().users().get("evaluator");
        String path = "/analytics/v1/studies/" + STUDY + "/extracts";
        String id = TheStack.as(evaluator.username(), evaluator.institution(), Service.ANALYTICS)
                .contentType("application/json")
                .body(Map.of("format", "csv", "purpose", "to be kept from strangers"))
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Eventually.assertThat(() -> TheStack.as(evaluator.username(), evaluator.institution(), Service.ANALYTICS)
                .get(path + "/" + id)
                .then()
                .body("state", equalTo("ready")));
        put("extract", id);
        put(
                "release",
                TheStack.as(evaluator.username(), evaluator.institution(), Service.ANALYTICS)
                        .contentType("application/json")
                        .body(Map.of("purpose", "to be kept from strangers"))
                        .post("/analytics/v1/studies/" + STUDY + "/releases")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        put("analytics.number.name", "gains"); // of release 1, which the demonstration makes
        put(
                "name",
                TheStack.as(evaluator.username(), evaluator.institution(), Service.ANALYTICS)
                        .get("/analytics/v1/studies/" + STUDY + "/report/figures")
                        .path("[0].name"));
    }

    private void put(String name, String thing) {
        assertThat(thing).as(name).isNotBlank();
        things.put(name, thing);
    }

    String get(String name) {
        return things.get(name);
    }

    /** Ids that no stranger's answer may hold. */
    List<String> secrets() {
        return secrets;
    }

    /** A path or body with the things in their places; a version is that of what is named before it. */
    String fill(Service service, String text) {
        // instruments are survey-service's, wherever they are spoken of
        String owner = text.contains("/instruments/") ? Service.SURVEY.title() : service.title();
        Matcher names = NAME.matcher(text);
        StringBuilder filled = new StringBuilder();
        String before = firstWord(text);
        while (names.find()) {
            names.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(
                            names.group(1).equals("service") ? owner : thing(owner, before, names.group(1))));
            before = names.group(1);
        }
        return names.appendTail(filled).toString();
    }

    /** What stands before the first name: tokens of several kinds of links are all called that. */
    private static String firstWord(String text) {
        Matcher first = FIRST_WORD.matcher(text);
        return first.find() ? first.group(1) : "";
    }

    private String thing(String owner, String before, String name) {
        return Stream.of(owner + "." + before + "." + name, owner + "." + name, name)
                .map(things::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Things holds nothing for {" + name + "} of " + owner));
    }
}
