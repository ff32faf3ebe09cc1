package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Row files for a study's team. */
@QuarkusTest
class ExtractTest {

    private static final String MEMBER = "member who extracts";

    @Inject
    Feed feed;

    @Inject
    ExtractWorker worker;

    @Inject
    Leases leases;

    @Test
    void csv_parquet_and_rows_say_the_same() throws IOException, SQLException {
        Tenant site = studied("same");
        answer(
                site,
                "same",
                "ann",
                true,
                Map.of(
                        "a",
                        Facts.pair(2, 5),
                        "b",
                        Facts.pair(3, 3),
                        "pace",
                        4,
                        "stage",
                        "=early",
                        "race",
                        List.of("x", "z")));
        answer(site, "same", "bob", true, Map.of("a", Facts.pair(7, 1), "race", List.of("y")));
        answer(site, "same", "no research", false, Map.of("a", Facts.pair(1, 1)));
        answer(site, "same", "withdrawn", true, Map.of("a", Facts.pair(1, 7)));
        feed.erased("responses", site, Facts.id("same withdrawn"));

        Response csv = fetched(ready("same", "csv"), "content");
        Response parquet = fetched(ready("same", "parquet"), "content");

        List<CSVRecord> rows = parsed(csv.asString());
        assertThat(rows.get(0).toList())
                .containsExactly(
                        "population",
                        "institution",
                        "workshop",
                        "day",
                        "minutes",
                        "mode",
                        "audience",
                        "attended",
                        "coverage_known",
                        "modules",
                        "instrument",
                        "instrument_version",
                        "a_then",
                        "a_now",
                        "b_then",
                        "b_now",
                        "pace",
                        "stage",
                        "race___x",
                        "race___y",
                        "race___z");
        String workshop = "consented," + site + "," + Facts.id("same shop")
                + ",2026-03-02,240,in_person,mentee,8,1,feedback;listening,extract,1,";
        assertThat(rows.stream().skip(1).map(row -> String.join(",", row)))
                .containsExactlyInAnyOrder(workshop + "2,5,3,3,4,'=early,1,0,1", workshop + "7,1,,,,,0,1,0");
        List<List<String>> same = Duck.rows(parquet.asByteArray());
        assertThat(same.stream().map(row -> row.stream().map(Cell::of).toList()))
                .containsExactlyElementsOf(
                        rows.stream().skip(1).map(CSVRecord::toList).toList());
        assertThat(Duck.columns(parquet.asByteArray()))
                .contains("population VARCHAR", "a_then INTEGER", "stage VARCHAR", "race___z INTEGER")
                .hasSize(rows.get(0).size());
        assertThat(parquet.header("Content-Length")).isEqualTo(Integer.toString(parquet.asByteArray().length));
        assertThat(parquet.header("Content-Disposition"))
                .matches("attachment; filename=\"same-v1-consented-\\w{8}\\.parquet\"");
    }

    @Test
    void the_codebook_says_of_every_column_what_it_is() throws IOException {
        studied("codebook");

        Response codebook = fetched(ready("codebook", "csv"), "codebook");

        List<CSVRecord> lines = parsed(codebook.asString());
        assertThat(lines).hasSize(1 + 21);
        assertThat(lines.stream().map(line -> String.join(",", line)))
                .contains(
                        "a_now,integer,a,rating now,1;2;3;4;5;6;7,both,empty",
                        "race___z,integer,race,whether 'z' was chosen,0;1,,empty",
                        "stage,text,stage,the option chosen,'=early;late,,empty");
        assertThat(codebook.header("Content-Disposition")).endsWith("-codebook.csv\"");
    }

    @Test
    void it_is_accepted_at_once_and_can_be_fetched_when_it_is_ready() throws SQLException {
        Tenant site = studied("life");
        answer(site, "life", "ann", true, Map.of("a", Facts.pair(2, 5)));

        String address = request("life", Map.of("format", "csv", "purpose", "a check"))
                .statusCode(202)
                .body("state", equalTo("waiting"))
                .body("content", nullValue())
                .extract()
                .header("Location");
        member().get(address + "/content").then().statusCode(409).body("type", endsWith("extract-not-ready"));
        worker.round();

        show(address)
                .body("state", equalTo("ready"))
                .body("writtenRows", equalTo(1))
                .body("totalRows", equalTo(1))
                .body("watermark", notNullValue())
                .body("expiresAt", notNullValue())
                .body("purpose", equalTo("a check"));
        member().get(address + "/content").then().statusCode(200).contentType("text/csv; charset=UTF-8");
        member().get(STUDIES + "/life/extracts").then().body("size()", equalTo(1));
        Declared.operator().get(STUDIES + "/life").then().body("readAt", notNullValue());
        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(
                            owner,
                            "select e.purpose, e.requested_by, a.subject from extract e"
                                    + " join extract_access a on a.extract = e.id where study = 'life'"))
                    .containsExactly("a check|" + MEMBER + "|" + MEMBER);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; format",
                "{\"format\": \"csv\"}; purpose",
                "{\"format\": \"csv\", \"purpose\": \" \"}; purpose",
                "{\"format\": \"sav\", \"purpose\": \"x\"}; format",
                "{\"format\": \"csv\", \"purpose\": \"x\", \"rows\": 3}; rows",
            })
    void without_a_purpose_or_a_known_format_there_is_none(String body, String field) {
        studied("extract-refused");

        member().body(body)
                .post(STUDIES + "/extract-refused/extracts")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));

        member().get(STUDIES + "/extract-refused/extracts").then().body("size()", equalTo(0));
    }

    @Test
    void it_is_for_the_team_only_and_never_for_an_analyst() {
        studied("guarded");
        String address = ready("guarded", "csv");

        for (String token : List.of(
                Token.platform(Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN, Roles.ANALYST),
                Token.member(Facts.institution("guarded"), Roles.INSTITUTION_ADMIN, Roles.EVALUATOR))) {
            for (String path :
                    List.of(address, address + "/content", address + "/codebook", STUDIES + "/guarded/extracts")) {
                Declared.as(token).get(path).then().statusCode(404).body("type", endsWith("study-not-found"));
            }
        }
        String analyst = Token.of(MEMBER).onThePlatform(Roles.ANALYST).sign();
        Declared.as(analyst)
                .get(address + "/content")
                .then()
                .statusCode(403)
                .body("type", endsWith("no-rows-for-analysts"));
        Declared.as(analyst)
                .body(Map.of("format", "csv", "purpose", "x"))
                .post(STUDIES + "/guarded/extracts")
                .then()
                .statusCode(403);
    }

    @Test
    void a_cancelled_one_is_not_written_and_not_handed_out() throws SQLException {
        studied("cancelled");
        String waiting = requested("cancelled", "csv");
        member().delete(waiting).then().statusCode(204);
        worker.round();
        show(waiting).body("state", equalTo("cancelled"));

        String ready = ready("cancelled", "csv");
        member().delete(ready).then().statusCode(204);

        member().get(ready + "/content").then().statusCode(410).body("type", endsWith("extract-gone"));
        worker.round();
        assertThat(parts(ready)).isZero();
    }

    @Test
    void a_withdrawal_a_correction_or_an_erasure_recalls_what_is_ready_at_once() throws SQLException {
        Tenant site = studied("recalled");
        for (Runnable change : List.<Runnable>of(
                () -> answer(site, "recalled", "ann", false, Map.of()),
                () -> answer(site, "recalled", "ann", true, Map.of("a", Facts.pair(2, 6))),
                () -> feed.erased("responses", site, Facts.id("recalled ann")))) {
            answer(site, "recalled", "ann", true, Map.of("a", Facts.pair(2, 5)));
            String address = ready("recalled", "csv");

            change.run();

            show(address).body("state", equalTo("recalled"));
            member().get(address + "/content").then().statusCode(410);
            worker.round();
            assertThat(parts(address)).isZero();
        }
    }

    @Test
    void other_answers_and_other_institutions_recall_nothing() {
        Tenant site = studied("undisturbed");
        answer(site, "undisturbed", "ann", true, Map.of("a", Facts.pair(2, 5)));
        answer(site, "undisturbed", "no research", false, Map.of());
        String address = ready("undisturbed", "csv");

        answer(site, "undisturbed", "bob", true, Map.of("a", Facts.pair(2, 5)));
        answer(site, "undisturbed", "no research", false, Map.of("a", Facts.pair(1, 1)));
        feed.erased("responses", site, Facts.id("undisturbed no research"));
        Tenant other = studied("undisturbed-too");
        answer(other, "undisturbed-too", "eve", true, Map.of());
        feed.erased("responses", other, Facts.id("undisturbed-too eve"));

        show(address).body("state", equalTo("ready"));
    }

    @Test
    void an_institution_that_leaves_takes_its_rows_out_of_reach() {
        Tenant site = studied("left");
        answer(site, "left", "ann", true, Map.of("a", Facts.pair(2, 5)));
        String address = ready("left", "csv");

        Declared.leave("left", site).statusCode(204);

        member().get(address + "/content").then().statusCode(410);
        worker.round();
        show(address).body("state", equalTo("recalled"));
    }

    @Test
    void after_a_crash_another_instance_takes_it_up_and_the_first_can_write_no_more() throws SQLException {
        Tenant site = studied("crash");
        answer(site, "crash", "ann", true, Map.of("a", Facts.pair(2, 5)));
        String address = requested("crash", "csv");
        Lease crashed = leases.claim().orElseThrow();
        leases.append(crashed, 0, "half a file".getBytes());
        worker.round();
        show(address).body("state", equalTo("running"));

        silence(address);
        worker.round();

        show(address).body("state", equalTo("ready")).body("writtenRows", equalTo(1));
        assertThat(fetched(address, "content").asString())
                .startsWith("population,")
                .doesNotContain("half");
        assertThat(lost(() -> leases.append(crashed, 1, new byte[1]))).isTrue();
        assertThat(lost(() -> leases.complete(crashed, 1, 1))).isTrue();
        worker.round();
        assertThat(parts(address)).isOne();
    }

    @Test
    void a_withdrawal_while_it_is_written_begins_it_again_without_the_answer() {
        Tenant site = studied("meanwhile");
        answer(site, "meanwhile", "ann", true, Map.of("a", Facts.pair(2, 5)));
        answer(site, "meanwhile", "bob", true, Map.of("a", Facts.pair(2, 5)));
        String address = requested("meanwhile", "csv");
        Lease lease = leases.claim().orElseThrow();
        leases.covers(lease, java.util.Set.of(site.id()));

        feed.erased("responses", site, Facts.id("meanwhile bob"));

        assertThat(lost(() -> leases.complete(lease, 2, 100))).isTrue();
        worker.round();
        show(address).body("state", equalTo("ready")).body("writtenRows", equalTo(1));
    }

    @Test
    void what_keeps_failing_is_given_up() throws SQLException {
        studied("failing");
        String address = requested("failing", "csv");
        for (int attempt = 0; attempt < 3; attempt++) {
            leases.giveBack(leases.claim().orElseThrow());
        }

        show(address).body("state", equalTo("failed"));
        member().get(address + "/content").then().statusCode(410);
        assertThat(leases.claim()).isEmpty();
    }

    @Test
    void one_of_two_instances_writes_it() throws Exception {
        studied("two");
        requested("two", "csv");
        var both = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            java.util.concurrent.Callable<java.util.Optional<Lease>> claiming = leases::claim;
            var claims = both.invokeAll(java.util.Collections.nCopies(2, claiming));
            int won = 0;
            for (var claim : claims) {
                won += claim.get().isPresent() ? 1 : 0;
                claim.get().ifPresent(leases::giveBack);
            }
            assertThat(won).isOne();
        } finally {
            both.shutdownNow();
        }
        worker.round();
    }

    @Test
    void after_its_time_it_is_gone() throws SQLException {
        studied("expired");
        String address = ready("expired", "csv");

        asOwner("update extract set expires_at = now() - interval '1 second' where id = '" + id(address) + "'");

        member().get(address + "/content").then().statusCode(410);
        worker.round();
        show(address).body("state", equalTo("expired")).body("purpose", equalTo("a test"));
        assertThat(parts(address)).isZero();
    }

    @Test
    void one_person_has_only_so_many_under_way() {
        studied("many");
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(requested("many", "csv"));
        }

        request("many", Map.of("format", "csv", "purpose", "one more"))
                .statusCode(409)
                .body("type", endsWith("extracts-under-way"));
        member().delete(waiting.get(0)).then().statusCode(204);
        request("many", Map.of("format", "csv", "purpose", "one more")).statusCode(202);
        worker.round();
        Response first = member().get(STUDIES + "/many/extracts?limit=3");
        first.then().body("size()", equalTo(3));
        member().get(first.header("Link").replaceAll(".*<(.*)>.*", "$1")).then().body("size()", equalTo(1));
    }

    @Test
    void the_version_asked_for_is_the_one_written_whatever_is_declared_later() {
        Tenant site = studied("edited");
        answer(site, "edited", "ann", true, Map.of("a", Facts.pair(2, 5)));
        String address = requested("edited", "csv");
        Map<String, Object> edited = new HashMap<>(Declared.study("edited", "nothing held", "extract", "both", MEMBER));
        edited.keySet().removeAll(List.of("key", "team", "agreement"));
        Declared.operator()
                .header("If-Match", "*")
                .body(edited)
                .put(STUDIES + "/edited")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        worker.round();

        show(address).body("version", equalTo(1)).body("writtenRows", equalTo(1));
        show(ready("edited", "csv")).body("version", equalTo(2)).body("writtenRows", equalTo(0));
    }

    private Tenant studied(String name) {
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

    private static Map<String, Object> instrument() {
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

    private void answer(Tenant site, String study, String who, boolean research, Map<String, ?> answers) {
        String name = study + " " + who;
        feed.state("responses", site, Facts.id(name), Facts.response(name, study + " wave", research, answers));
    }

    private static io.restassured.specification.RequestSpecification member() {
        return Declared.as(Token.of(MEMBER).sign());
    }

    private static ValidatableResponse request(String study, Map<String, ?> body) {
        return member().body(body).post(STUDIES + "/" + study + "/extracts").then();
    }

    private static String requested(String study, String format) {
        return request(study, Map.of("format", format, "purpose", "a test"))
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private String ready(String study, String format) {
        String address = requested(study, format);
        worker.round();
        show(address).body("state", equalTo("ready"));
        return address;
    }

    private static ValidatableResponse show(String address) {
        return member().get(address).then().statusCode(200);
    }

    private static Response fetched(String address, String what) {
        Response answer = member().get(address + "/" + what);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<CSVRecord> parsed(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
    }

    private static boolean lost(Runnable step) {
        try {
            step.run();
            return false;
        } catch (Lease.Lost lost) {
            return true;
        }
    }

    private static void silence(String address) throws SQLException {
        asOwner("update extract set lease_until = now() - interval '1 second' where id = '" + id(address) + "'");
    }

    private static int parts(String address) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.rows(owner, "select 1 from extract_part where extract = '" + id(address) + "'")
                    .size();
        }
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement().execute(statement);
        }
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
