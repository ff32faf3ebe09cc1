package org.mentoringcommons.survey.history;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** What an administrator of Lakeside brings that was collected elsewhere, and what instances do about it. */
@ApplicationScoped
public class Historic {

    static final String HEADER =
            "workshop,id,person,agreed,c1_before,c1_now,c2_before,c2_now,valuable,career,race,plans,name\n";
    private static final Instant OVER = Instant.parse("2026-01-01T11:00:00Z");

    private final World world;
    private final ImportWorker worker;
    private final TestClock clock;

    Historic(World world, ImportWorker worker, TestClock clock) {
        this.clock = clock;
        this.world = world;
        this.worker = worker;
    }

    /** A protocol, and what the records call a workshop it covers. */
    record Past(String protocol, String curriculum, String reference, World.Held workshop) {

        String imports() {
            return "/protocols/" + protocol + "/imports";
        }

        /** The columns of {@link #HEADER}. */
        Map<String, Object> mapping() {
            List<Object> items = new ArrayList<>(List.of(
                    Map.of("item", "communication_1", "then", "c1_before", "now", "c1_now"),
                    Map.of("item", "communication_2", "then", "c2_before", "now", "c2_now"),
                    Map.of("item", "valuable", "column", "valuable", "options", Map.of("very", "5", "not at all", "1")),
                    Map.of("item", "career", "column", "career", "options", Map.of("Post-doc", "Postdoc")),
                    Map.of("item", "race", "column", "race", "divider", ";"),
                    Map.of("item", "planned_changes", "column", "plans")));
            return new HashMap<>(Map.of(
                    "layout",
                    "csv",
                    "workshop",
                    Map.of("column", "workshop"),
                    "record",
                    "id",
                    "participant",
                    "person",
                    "consent",
                    Map.of("column", "agreed", "yes", List.of("yes"), "no", List.of("no")),
                    "items",
                    items));
        }
    }

    /** A workshop of the past that is on record, and known here. */
    Past past() {
        Past past = unheardOf();
        tell(past.workshop());
        return past;
    }

    /** As {@link #past}, of which this service has not heard. */
    Past unheardOf() {
        world.institutionKnown(Token.LAKESIDE, "America/Chicago");
        String curriculum = Questions.protocolOf(Token.LAKESIDE);
        Past past = new Past(
                protocol(curriculum),
                curriculum,
                "R-" + UUID.randomUUID(),
                new World.Held(Token.LAKESIDE, UUID.randomUUID(), curriculum));
        putOnRecord(past);
        return past;
    }

    /** Another workshop under the same protocol. */
    Past another(Past past) {
        Past other = new Past(
                past.protocol(),
                past.curriculum(),
                "S-" + UUID.randomUUID(),
                new World.Held(Token.LAKESIDE, UUID.randomUUID(), past.curriculum()));
        putOnRecord(other);
        tell(other.workshop());
        return other;
    }

    private static void putOnRecord(Past past) {
        System.setProperty(
                "test.past." + past.reference(),
                String.join(
                        "|", Token.LAKESIDE.id(), past.workshop().id().toString(), past.curriculum(), OVER.toString()));
    }

    void tell(World.Held workshop) {
        world.tellPast(workshop, OVER);
    }

    /** Word of a workshop that was put on record for an import comes in. */
    World.Held tellMade(Past past, String reference) {
        String[] said = System.getProperty("test.past." + reference).split("\\|");
        World.Held made = new World.Held(Token.LAKESIDE, UUID.fromString(said[1]), past.curriculum());
        tell(made);
        return made;
    }

    void tellGone(World.Held workshop) {
        world.tellGone(workshop);
    }

    /** A workshop as a mapping has it put on record. */
    static Map<String, Object> declared(Historic.Past past, String reference) {
        return Map.of(
                "reference",
                reference,
                "name",
                "Spring",
                "curriculum",
                past.curriculum(),
                "version",
                "1",
                "mode",
                "online",
                "audience",
                "mentee",
                "sessions",
                List.of(Map.of("start", "2021-03-02T09:00", "minutes", 240)),
                "enrolled",
                12,
                "attended",
                11);
    }

    private static String protocol(String curriculum) {
        return Database.select("select id::text from protocol where ? = any (curricula)", curriculum)
                .get(0)
                .get(0)
                .toString();
    }

    void round() {
        World.elsewhere(worker::round);
    }

    /** As {@link #round}, a minute later, when what was put off is due. */
    void later() {
        later(Duration.ofSeconds(61));
    }

    void later(Duration pause) {
        clock.set(Instant.now().plus(pause));
        round();
        clock.reset();
    }

    static Response prepare(Past past, Map<String, Object> mapping) {
        return Api.administrator(Token.LAKESIDE)
                .post(past.imports(), Map.of("source", "An old spreadsheet", "mapping", mapping));
    }

    /** Where an import stands that expects its file. */
    static String prepared(Past past, Map<String, Object> mapping) {
        Response made = prepare(past, mapping);
        made.then().statusCode(201);
        return address(made);
    }

    static String address(Response made) {
        return made.header("Location").replaceFirst(".*/survey/v1", "");
    }

    static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static Response dryRun(String address, String csv) {
        return send(address + "/file?dryRun=true", csv.getBytes(StandardCharsets.UTF_8));
    }

    static Response send(String address, String csv) {
        return send(address + "/file", csv.getBytes(StandardCharsets.UTF_8));
    }

    static Response send(String path, byte[] file) {
        return given().auth()
                .oauth2(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .contentType("text/csv")
                .body(file)
                .put("/survey/v1" + path);
    }

    /** Imported and told. */
    static String imported(Past past, String csv) {
        String address = prepared(past, past.mapping());
        send(address, csv).then().statusCode(201);
        return address;
    }

    static List<String> answers(String address) {
        return Database.select("select id::text from response where import = ?::uuid order by id", id(address)).stream()
                .map(row -> row.get(0).toString())
                .toList();
    }

    static long staged(String address) {
        return Database.count("import_row where import = ?::uuid", id(address));
    }

    static String state(String address) {
        return Api.administrator(Token.LAKESIDE)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }
}
