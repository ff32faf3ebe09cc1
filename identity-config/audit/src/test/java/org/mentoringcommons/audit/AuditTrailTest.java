package org.mentoringcommons.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AuditTrailTest {

    @Inject
    AuditTrail trail;

    @Inject
    TenantTransaction transaction;

    private Tenant institution;
    private String administrator;

    @BeforeEach
    void a_new_institution() {
        institution = new Tenant(UUID.randomUUID().toString());
        administrator = Token.of("subject-of-an-administrator")
                .at(institution, Roles.INSTITUTION_ADMIN)
                .through("their-portal")
                .sign();
    }

    @Test
    void a_deed_tells_who_did_what_through_which_client_when_and_why() {
        Instant before = Instant.now();

        act(administrator, "kettle", "contract ended");

        assertThat(deeds(administrator))
                .singleElement()
                .satisfies(deed -> assertThat(deed)
                        .containsEntry("subject", "subject-of-an-administrator")
                        .containsEntry("client", "their-portal")
                        .containsEntry("action", "thing.done")
                        .containsEntry("thing", "thing")
                        .containsEntry("thingId", "kettle")
                        .containsEntry(
                                "institution", "alias-" + institution.id().charAt(0))
                        .containsEntry("reason", "contract ended"))
                .satisfies(deed -> assertThat(Instant.parse((String) deed.get("time")))
                        .isBetween(before.minusSeconds(5), Instant.now().plusSeconds(5)));
    }

    @Test
    void a_deed_whose_change_fails_is_not_on_record() {
        given().auth().oauth2(administrator).post("/things/v1/doings?thing=kettle&fail=true");

        assertThat(deeds(administrator)).isEmpty();
    }

    @Test
    void a_deed_outside_any_transaction_is_refused() {
        assertThatThrownBy(() -> trail.record(Deed.of("thing.done", "thing", "1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_the_service_itself_does_is_noted_under_its_name() {
        transaction.run(
                institution,
                () -> trail.record(Deed.of("thing.done", "thing", "kettle")
                        .institution(institution)
                        .reason("it was due")));

        assertThat(deeds(administrator)).singleElement().satisfies(deed -> assertThat(deed)
                .containsEntry("client", "things")
                .containsEntry("reason", "it was due")
                .doesNotContainKey("subject"));
    }

    @Test
    void a_reason_in_any_language_is_kept_as_written() {
        byte[] written = "solicitado por la institución".getBytes(StandardCharsets.UTF_8);

        act(administrator, "kettle", new String(written, StandardCharsets.ISO_8859_1));

        assertThat(deeds(administrator)).singleElement().satisfies(deed -> assertThat(deed)
                .containsEntry("reason", "solicitado por la institución"));
    }

    @Test
    void a_reason_too_long_to_keep_is_named_and_nothing_is_done() {
        Response answer = act(administrator, "kettle", "x".repeat(501));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("Reason");
        assertThat(deeds(administrator)).isEmpty();
    }

    @Test
    void an_institutions_deeds_are_read_by_its_administrators_alone() {
        act(administrator, "kettle", null);

        assertThat(deeds(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN)))
                .noneMatch(deed -> deed.get("thingId").equals("kettle"));
        assertThat(deeds(Token.platform(Roles.PLATFORM_OPERATOR)))
                .noneMatch(deed -> deed.get("thingId").equals("kettle"));
        assertThat(get(Token.platform(Roles.HUB_ADMIN), "/things/v1/audit").statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_operator_reads_the_platforms_deeds_even_when_signed_in_for_an_institution() {
        String thing = UUID.randomUUID().toString();
        act(Token.platform(Roles.PLATFORM_OPERATOR), thing, null);

        String operatorAtLakeside = Token.of("operator")
                .at(Token.LAKESIDE, Roles.FACILITATOR)
                .onThePlatform(Roles.PLATFORM_OPERATOR)
                .sign();

        assertThat(deeds(operatorAtLakeside))
                .anyMatch(deed -> deed.get("thingId").equals(thing));
    }

    @Test
    void pages_lead_to_ever_older_deeds_and_each_is_met_once() {
        for (int number = 0; number < 5; number++) {
            act(administrator, "thing-" + number, null);
        }

        List<String> met = new ArrayList<>();
        String next = "/things/v1/audit?limit=2";
        while (next != null) {
            Response page = get(administrator, next);
            met.addAll(page.path("thingId"));
            next = page.header("Link") == null
                    ? null
                    : pathAndQuery(page.header("Link").replaceFirst("^<([^>]+)>.*$", "$1"));
        }

        assertThat(met).containsExactly("thing-4", "thing-3", "thing-2", "thing-1", "thing-0");
    }

    @Test
    void deeds_are_found_by_action_and_time() {
        act(administrator, "kettle", null);
        Instant now = Instant.now();

        assertThat(deeds(administrator, "?action=thing.done")).hasSize(1);
        assertThat(deeds(administrator, "?action=thing.undone")).isEmpty();
        assertThat(deeds(administrator, "?from=" + now.minus(Duration.ofMinutes(1)) + "&to=" + now.plusSeconds(60)))
                .hasSize(1);
        assertThat(deeds(administrator, "?to=" + now.minus(Duration.ofMinutes(1))))
                .isEmpty();
        assertThat(get(administrator, "/things/v1/audit?from=yesterday").<String>path("violations[0].field"))
                .isEqualTo("from");
    }

    @Test
    void everything_is_exported_as_a_table_that_no_spreadsheet_runs() {
        int more_than_is_read_at_once = 1001;
        transaction.run(institution, () -> {
            for (int number = 0; number < more_than_is_read_at_once; number++) {
                trail.record(Deed.of("thing.done", "thing", "thing-" + number)
                        .institution(institution)
                        .reason("=cmd()"));
            }
        });

        Response export =
                given().auth().oauth2(administrator).accept("text/csv").get("/things/v1/audit");

        assertThat(export.contentType()).startsWith("text/csv");
        List<String> lines = export.asString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("id,time,subject,client,action,thing,thingId,institution,hub,detail,reason");
        assertThat(lines).hasSize(more_than_is_read_at_once + 1);
        assertThat(lines.subList(1, lines.size()).stream().map(line -> line.split(",")[6]))
                .doesNotHaveDuplicates()
                .hasSize(more_than_is_read_at_once);
        assertThat(lines.get(1)).endsWith(",'=cmd()");
    }

    private static Response act(String token, String thing, String reason) {
        var request = given().auth().oauth2(token).queryParam("thing", thing);
        return (reason == null ? request : request.header("Reason", reason)).post("/things/v1/doings");
    }

    private static List<Map<String, Object>> deeds(String token) {
        return deeds(token, "");
    }

    private static List<Map<String, Object>> deeds(String token, String query) {
        Response answer = get(token, "/things/v1/audit" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("$");
    }

    private static Response get(String token, String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(path);
    }

    private static String pathAndQuery(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
