package org.mentoringcommons.survey;

import static org.mentoringcommons.survey.Questions.FIRST_CODER;
import static org.mentoringcommons.survey.Questions.SECOND_CODER;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.mentoringcommons.tenancy.contract.Token;

/** The two evaluators of {@link Questions} at Lakeside, who code what people plan to change. */
public final class Coders {

    public static final String ITEM = "planned_changes";

    private Coders() {}

    /** A codebook of these codes for what people plan; its key. */
    public static String codebook(String... codes) {
        String key = "codebook-" + UUID.randomUUID();
        Api.operator().post("/codebooks", version(key, "1", codes)).then().statusCode(201);
        return key;
    }

    /** A version of a codebook, to be posted. */
    public static Map<String, Object> version(String key, String version, String... codes) {
        return new HashMap<>(Map.of(
                "key",
                key,
                "version",
                version,
                "item",
                ITEM,
                "codes",
                Stream.of(codes)
                        .map(code -> Map.of("code", code, "label", code))
                        .toList()));
    }

    public static String protocol(World.Asked asked) {
        return Api.administrator(asked.workshop().institution())
                .get("/waves/" + asked.wave())
                .path("protocol");
    }

    public static Response assign(String protocol, String codebook, String version, String... coders) {
        return Api.evaluator(Token.LAKESIDE, FIRST_CODER)
                .put(
                        "/protocols/" + protocol + "/coding/" + ITEM,
                        Map.of("codebook", Map.of("key", codebook, "version", version), "coders", List.of(coders)));
    }

    /** The first version of this, for both. */
    public static void assign(World.Asked asked, String codebook) {
        assign(protocol(asked), codebook, "1", FIRST_CODER, SECOND_CODER).then().statusCode(200);
    }

    public static Response redact(String response, Object... spans) {
        Object revision = Database.select("select revision from response where id = ?::uuid", response)
                .get(0)
                .get(0);
        return Api.evaluator(Token.LAKESIDE, FIRST_CODER)
                .put("/redactions/" + response + "/" + ITEM, Map.of("revision", revision, "spans", List.of(spans)));
    }

    public static Map<String, Object> span(int start, int end, String kind) {
        return Map.of("start", start, "end", end, "kind", kind);
    }

    public static Response code(String coder, String response, String codebook, String... codes) {
        return code(coder, response, codebook, "1", List.of(codes));
    }

    public static Response code(String coder, String response, String codebook, String version, List<String> codes) {
        return Api.evaluator(Token.LAKESIDE, coder)
                .put(
                        "/texts/" + response + "/" + ITEM + "/codes",
                        Map.of("codebook", Map.of("key", codebook, "version", version), "codes", codes));
    }

    /** A wave's texts are coded by both with a codebook of its own, of one code. */
    public static void agree(World.Asked asked, String response) {
        String codebook = codebook("Agenda");
        assign(asked, codebook);
        agreeAgain(response, codebook);
    }

    /** As {@link #agree}, of a text whose coders have their codebook. */
    public static void agreeAgain(String response, String codebook) {
        redact(response).then().statusCode(200);
        Stream.of(FIRST_CODER, SECOND_CODER)
                .forEach(coder ->
                        code(coder, response, codebook, "Agenda").then().statusCode(200));
    }

    public static List<String> responses(World.Asked asked) {
        return Database.select("select id from response where wave = ?::uuid order by id", asked.wave()).stream()
                .map(row -> row.get(0).toString())
                .toList();
    }

    public static List<Database.Told> told(String response) {
        return Database.told(response + ":" + ITEM);
    }
}
