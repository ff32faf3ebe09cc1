package org.mentoringcommons.curriculum;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.curriculum.authoring.ZipFiles;

/** Small packages that are right, to be spoiled by tests. */
public final class Packages {

    public static final String PACKAGES = "/curriculum/v1/packages";

    private Packages() {}

    /** Two modules; in the first a case study with notes, and a part for facilitators alone; in the second a worksheet. */
    public static Map<String, String> files(String key, String version) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("curriculum.json", manifest(key, version));
        files.put("modules/communication/case.md", CASE);
        files.put("modules/communication/plan.md", PLAN);
        files.put("modules/expectations/sheet.md", SHEET);
        files.put("worksheets/before-we-meet.json", WORKSHEET);
        return files;
    }

    public static String manifest(String key, String version) {
        return """
                {
                  "format": "mentoring-commons-curriculum/1",
                  "curriculum": { "key": "%s", "title": "Small steps", "audience": "mentee" },
                  "version": "%s",
                  "languages": ["en"],
                  "licence": "CC-BY-4.0",
                  "changes": "First edition.",
                  "modules": [
                    { "key": "communication", "title": "Effective communication", "minutes": 45, "required": true,
                      "competency": "effective-communication", "parts": ["case.md", "plan.md"] },
                    { "key": "expectations", "title": "Aligning expectations", "minutes": 30, "required": false,
                      "audiences": ["mentee"], "parts": ["sheet.md"] }
                  ],
                  "worksheets": ["before-we-meet"]
                }
                """
                .formatted(key, version);
    }

    public static final String CASE =
            """
            ---
            kind: case_study
            title: The silent week
            minutes: 20
            questions:
              - What does each of them know?
            ---

            Nadia sends a draft to her **mentor**, a marmot of a man.

            <!-- for facilitators -->

            Let them find the quokka themselves.
            """;

    public static final String PLAN =
            """
            ---
            kind: passage
            title: Plan of the room
            for: facilitators
            ---

            Chairs in a circle, no tables: think wombat.
            """;

    public static final String SHEET =
            """
            ---
            kind: worksheet
            title: Before we meet
            worksheet: before-we-meet
            ---
            """;

    public static final String WORKSHEET =
            """
            {"kind": "checklist", "title": "Before we meet", "purpose": "To come prepared.",
             "rows": [{"key": "agenda", "text": "I sent an agenda"}]}
            """;

    public static Response send(Map<String, String> files) {
        return send(ZipFiles.write(files), "");
    }

    public static Response send(byte[] zip, String query) {
        return given().auth()
                .oauth2(Api.operator().token())
                .contentType("application/zip")
                .body(zip)
                .post(PACKAGES + query);
    }

    /** Imports and publishes version 1.0.0 and tells its curriculum's key. */
    public static String published() {
        String key = "package-" + UUID.randomUUID();
        published(files(key, "1.0.0"), key, "1.0.0");
        return key;
    }

    public static void published(Map<String, String> files, String key, String version) {
        send(files).then().statusCode(201);
        Api.operator()
                .post(Api.CURRICULA + "/" + key + "/versions/" + version + "/publish", "")
                .then()
                .statusCode(200);
    }
}
