package org.mentoringcommons.survey.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Mappings: their schema, and those made of a REDCap dictionary or for Qualtrics' three lines. */
@QuarkusTest
class MappingTest {

    private static final String DICTIONARY_HEADER =
            "Variable / Field Name,Form Name,Section Header,Field Type,Field Label,\"Choices, Calculations, OR Slider Labels\","
                    + "Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,Identifier?,"
                    + "Branching Logic (Show field only if...),Required Field?,Custom Alignment,Question Number (surveys only),"
                    + "Matrix Group Name,Matrix Ranking?,Field Annotation\n";

    @Inject
    Historic historic;

    @Test
    void the_schema_takes_what_is_taken_and_refuses_what_is_refused() throws Exception {
        Historic.Past past = historic.past();
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Api.administrator(Token.LAKESIDE)
                        .get("/import-mapping-schema")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        Map<String, Object> good = past.mapping();
        assertThat(schema.validate(json(good))).isEmpty();
        assertThat(schema.validate(
                        json(dictionary(past, DICTIONARY_HEADER + field("career", "radio", "\"1, Postdoc!\"", ""))
                                .path("mapping"))))
                .as("what is proposed")
                .isEmpty();
        Historic.prepare(past, good).then().statusCode(201);

        for (Map<String, Object> change : List.of(
                Map.<String, Object>of("layout", "word"),
                Map.<String, Object>of("separator", "--"),
                Map.<String, Object>of("items", List.of()),
                Map.<String, Object>of("items", List.of(Map.of("item", "career", "colum", "x"))),
                Map.<String, Object>of("consent", Map.of("column", "x")),
                Map.<String, Object>of("workshop", Map.of()))) {
            Map<String, Object> bad = past.mapping();
            bad.putAll(change);
            assertThat(schema.validate(json(bad))).as(change.toString()).isNotEmpty();
            Historic.prepare(past, bad).then().statusCode(400);
        }
    }

    @Test
    void a_redcap_dictionary_becomes_a_mapping_and_its_records_become_answers() {
        Historic.Past past = historic.past();
        Response proposed = dictionary(
                past,
                DICTIONARY_HEADER
                        + field("record_id", "text", "", "")
                        + field("workshop", "text", "", "")
                        + field("full_name", "text", "", "y")
                        + field("communication_1_pre", "radio", "\"1, not at all | 2, a bit | 7, very well\"", "")
                        + field("communication_1_post", "radio", "\"1, not at all | 2, a bit | 7, very well\"", "")
                        + field("valuable", "text", "", "")
                        + field("career", "dropdown", "\"1, Postdoc! | 2, Assistant Professor!\"", "")
                        + field("race", "checkbox", "\"a, Asian! | w, White! | o, Other!\"", "")
                        + field("planned_changes", "notes", "", ""));

        proposed.then()
                .statusCode(200)
                .body("mapping.layout", equalTo("redcap"))
                .body("mapping.consent", equalTo(Map.of()))
                .body("mapping.record", equalTo("record_id"))
                .body("itemsLeft", equalTo(List.of("communication_2")))
                .body("fieldsLeft", equalTo(List.of("full_name")))
                .body("mapping.items.find { it.item == 'race' }.columns.White", equalTo("race___w"))
                .body("mapping.items.find { it.item == 'career' }.options.'2'", equalTo("Assistant Professor"));

        String address = Historic.prepared(past, proposed.<Map<String, Object>>path("mapping"));
        Historic.send(
                        address,
                        "record_id,workshop,full_name,communication_1_pre,communication_1_post,valuable,career,race___a,"
                                + "race___w,race___o,planned_changes\n7," + past.reference()
                                + ",Ann,2,7,4,2,0,1,1,An agenda\n")
                .then()
                .statusCode(201)
                .body("consentUnstated", equalTo(1))
                .body("added", equalTo(1));
        JsonNode told = Database.told(Historic.answers(address).get(0)).get(0).data();
        assertThat(told.get("answers"))
                .isEqualTo(Database.json("{\"race\": [\"White\", \"Other\"], \"career\": \"Assistant Professor\","
                        + " \"valuable\": 4, \"communication_1\": {\"then\": 2, \"now\": 7}}"));
        assertThat(told.get("research").asBoolean()).isFalse();
    }

    @Test
    void what_means_nothing_for_an_item_is_told_before_there_is_a_file() {
        Historic.Past past = historic.past();
        for (Map<String, Object> item : List.of(
                Map.<String, Object>of("item", "career", "column", "career", "format", "words"),
                Map.<String, Object>of("item", "communication_1", "now", "c1_now", "format", "MM/dd/yyyy"))) {
            Map<String, Object> mapping = past.mapping();
            mapping.put("items", List.of(item));

            Historic.prepare(past, mapping)
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("mapping.items[0].format")));
        }
        Map<String, Object> mapping = past.mapping();
        mapping.put("consent", Map.of("yes", List.of("yes")));
        Historic.prepare(past, mapping)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("mapping.consent.column")));
    }

    @Test
    void what_is_no_dictionary_is_told_by_line() {
        Historic.Past past = historic.past();
        for (Map.Entry<String, String> bad : Map.of(
                        "a,b\n",
                        "line 1",
                        DICTIONARY_HEADER + "x,y\n",
                        "line 2",
                        DICTIONARY_HEADER + field("career", "radio", "one", ""),
                        "line 2",
                        DICTIONARY_HEADER + field("x", "text", "", "") + field("x", "text", "", ""),
                        "line 3",
                        DICTIONARY_HEADER + field("x", "text", "", ""),
                        "line 2")
                .entrySet()) {
            dictionary(past, bad.getKey())
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:mentoring-commons:problem:dictionary-malformed"))
                    .body("violations.field", hasItem(bad.getValue()));
        }
    }

    @Test
    void of_qualtrics_three_lines_columns_are_known_by_name_or_import_id_and_previews_left_out() {
        Historic.Past past = historic.past();
        Map<String, Object> mapping = past.mapping();
        mapping.put("layout", "qualtrics");
        mapping.put("leaveOut", List.of(Map.of("column", "Status", "values", List.of("Survey Preview"))));
        mapping.put("items", List.of(Map.of("item", "communication_1", "then", "QID1", "now", "c1_now")));
        String above = "Status,workshop,id,person,agreed,c1_before,c1_now\n"
                + "\"How it\nended\",\"Which, in your\n\"\"own\"\" words\",a,b,c,d,e\n";
        String ids =
                "\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"w\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\","
                        + "\"{\"\"ImportId\"\":\"\"p\"\"}\",\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\","
                        + "\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n";
        String address = Historic.prepared(past, mapping);

        Historic.dryRun(address, above + "Survey Preview,,,,,,\n")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("line 5"));
        Historic.dryRun(address, above + ids + "IP," + past.reference() + ",R1,ann,yes,9,5\n")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("line 6, QID1 (communication_1)"));
        Historic.send(address, above + ids + "Survey Preview,,,,,,\nIP," + past.reference() + ",R1,ann,yes,3,5\n")
                .then()
                .statusCode(201)
                .body("rows", equalTo(1))
                .body("leftOut", equalTo(1));
    }

    private static Response dictionary(Historic.Past past, String csv) {
        return given().auth()
                .oauth2(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .contentType("text/csv")
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/survey/v1/protocols/" + past.protocol() + "/import-mappings");
    }

    private static String field(String name, String type, String choices, String identifier) {
        return name + ",form,," + type + ",Label," + choices + ",,,,," + identifier + ",,,,,,,\n";
    }

    private static JsonNode json(Object value) {
        return new ObjectMapper().valueToTree(value);
    }
}
