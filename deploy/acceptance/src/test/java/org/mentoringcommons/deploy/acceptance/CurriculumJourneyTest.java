package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Our own curriculum, imported once, taught by three institutions each in its own way, and taken along by all. */
@ExtendWith(TheStack.class)
class CurriculumJourneyTest {

    private static final String CURRICULUM = "mentoring-with-care";
    private static final String MANIFEST = "curriculum.json";
    private static final String OWN = "ours-alone";

    @Test
    void three_institutions_fork_plan_deliver_and_export_what_was_imported_once() {
        TheStack.asOperator(Service.CURRICULUM)
                .put("/curriculum/v1/starter")
                .then()
                .statusCode(200);
        List<String> institutions = TheStack.institutions().subList(5, 8);
        Map<String, String> forks = new HashMap<>();
        Map<String, String> workshops = new HashMap<>();

        for (String institution : institutions) {
            String fork = forked(institution);
            forks.put(institution, fork);
            rewritten(institution, fork);
            workshops.put(institution, delivered(institution, fork));
        }

        for (String institution : institutions) {
            Map<String, byte[]> exported = files(institution, forks.get(institution), 2);
            assertThat(new String(exported.get("modules/" + OWN + "/words.md"), StandardCharsets.UTF_8))
                    .contains("As we do it at " + institution);
            String workshop = workshops.get(institution);
            Eventually.assertThat(() -> assertThat(Database.names(
                            Service.ANALYTICS,
                            "select curriculum || ' ' || version || ' ' || modules::text from workshop where id = '"
                                    + workshop + "' and status = 'delivered' and coverage_known"))
                    .as("what is compared: the shared version and its modules, and nobody's own")
                    .containsExactly(CURRICULUM + " 1.0.0 {" + firstModule() + "}"));
            institutions.stream().filter(other -> !other.equals(institution)).forEach(other -> {
                admin(other)
                        .get("/curriculum/v1/adaptations/" + forks.get(institution))
                        .then()
                        .statusCode(404);
                admin(other).get("/curriculum/v1/workshops/" + workshop).then().statusCode(404);
            });
        }
    }

    private static String forked(String institution) {
        return admin(institution)
                .contentType("application/json")
                .body(Map.of("key", "journey", "title", "Ours", "curriculum", CURRICULUM, "version", "1.0.0"))
                .post("/curriculum/v1/adaptations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** With a module of the institution's own, which all three call the same; and what comes back is what was sent. */
    private static void rewritten(String institution, String fork) {
        Map<String, byte[]> files = files(institution, fork, 1);
        ObjectNode manifest = (ObjectNode) TheStack.json(text(files.get(MANIFEST)));
        manifest.withArray("modules")
                .addObject()
                .put("key", OWN)
                .put("title", "Ours alone")
                .put("minutes", 30)
                .put("required", false)
                .putArray("parts")
                .add("words.md");
        files.put(MANIFEST, manifest.toPrettyString().getBytes(StandardCharsets.UTF_8));
        files.put(
                "modules/" + OWN + "/words.md",
                ("---\nkind: passage\ntitle: Ours\n---\n\nAs we do it at " + institution + ".\n")
                        .getBytes(StandardCharsets.UTF_8));
        admin(institution)
                .contentType("application/zip")
                .body(zip(files))
                .put("/curriculum/v1/adaptations/" + fork + "/package?basedOn=1")
                .then()
                .statusCode(200);
        admin(institution)
                .post("/curriculum/v1/adaptations/" + fork + "/revisions/2/publish")
                .then()
                .statusCode(200);
        assertThat(files(institution, fork, 2)).usingRecursiveComparison().isEqualTo(files);
    }

    private static String delivered(String institution, String fork) {
        String workshop = facilitator(institution)
                .contentType("application/json")
                .body(Map.of(
                        "name", "The journey",
                        "curriculum", CURRICULUM,
                        "version", "1.0.0",
                        "mode", "online",
                        "audience", "mentor",
                        "sessions",
                                List.of(Map.of(
                                        "startsAt",
                                        Instant.now().minus(1, ChronoUnit.DAYS).toString(),
                                        "minutes",
                                        240))))
                .post("/curriculum/v1/workshops")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String at = "/curriculum/v1/workshops/" + workshop;
        facilitator(institution)
                .contentType("application/json")
                .body(Map.of("adaptation", fork, "revision", 2))
                .put(at + "/adaptation")
                .then()
                .statusCode(200);
        facilitator(institution)
                .contentType("application/json")
                .body(Map.of("known", true, "modules", List.of(firstModule(), OWN)))
                .put(at + "/coverage")
                .then()
                .statusCode(200);
        facilitator(institution).post(at + "/deliver").then().statusCode(200);
        return workshop;
    }

    private static String firstModule() {
        return TheStack.asOperator(Service.CURRICULUM)
                .get("/curriculum/v1/curricula/" + CURRICULUM + "/versions/1.0.0")
                .path("modules[0].key");
    }

    private static Map<String, byte[]> files(String institution, String fork, int revision) {
        byte[] zip = admin(institution)
                .get("/curriculum/v1/adaptations/" + fork + "/revisions/" + revision + "/package")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
            return files;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static RequestSpecification admin(String institution) {
        return TheStack.as("admin." + institution, institution, Service.CURRICULUM);
    }

    private static RequestSpecification facilitator(String institution) {
        return TheStack.as("facilitator." + institution, institution, Service.CURRICULUM);
    }
}
