package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** The registry is killed while institutions are being provisioned; whoever sends the same request again gets them once. */
@ExtendWith(TheStack.class)
class ProvisioningFaultsTest {

    private static final String HUB = "faults";
    private static final int INSTITUTIONS = 7;
    private static final int BEFORE_THE_KILL = 3;

    @Test
    void every_institution_is_there_once_when_the_registry_is_killed_on_the_way() throws Exception {
        operator()
                .body(Map.of("key", HUB, "name", "Faults"))
                .post("/identity/v1/hubs")
                .then()
                .statusCode(201);
        CountDownLatch begun = new CountDownLatch(BEFORE_THE_KILL);
        ExecutorService administrators = Executors.newFixedThreadPool(3);
        List<Future<Response>> provisioning = new ArrayList<>();
        for (int number = 0; number < INSTITUTIONS; number++) {
            String alias = "faults-" + number;
            provisioning.add(administrators.submit(() -> provisionUntilAnswered(alias, begun)));
        }
        begun.await();
        TheStack.stack().kill(Service.IDENTITY);
        assertThat(provisioning).as("institutions still to come").anyMatch(one -> !one.isDone());
        TheStack.stack().restart(Service.IDENTITY);
        for (Future<Response> one : provisioning) {
            assertThat(one.get().statusCode()).isIn(201, 202);
        }
        administrators.shutdown();

        Eventually.assertThat(() -> assertThat(operator()
                        .get("/identity/v1/institutions?limit=500&hub=" + HUB)
                        .jsonPath()
                        .getList("state"))
                .hasSize(INSTITUTIONS)
                .containsOnly("active"));
        for (int number = 0; number < INSTITUTIONS; number++) {
            assertThat(operator()
                            .get("/identity/v1/institutions/faults-" + number + "/members")
                            .jsonPath()
                            .getList("username"))
                    .containsExactly("admin.faults-" + number);
        }
        assertThat(operator()
                        .get("/identity/v1/drift?limit=100&after=faults-")
                        .jsonPath()
                        .getList("findAll { it.institution.startsWith('faults-') }"))
                .isEmpty();
    }

    /** As a caller does who does not know whether the request arrived. */
    private static Response provisionUntilAnswered(String alias, CountDownLatch begun) {
        String key = UUID.randomUUID().toString();
        Response[] answer = new Response[1];
        Eventually.assertThat(() -> {
            try {
                answer[0] = operator()
                        .header("Idempotency-Key", key)
                        .body(institution(alias))
                        .post("/identity/v1/institutions");
            } catch (Exception away) {
                throw new AssertionError("the registry is away", away);
            }
            assertThat(answer[0].statusCode()).as(answer[0].asString()).isIn(201, 202);
        });
        begun.countDown();
        return answer[0];
    }

    private static Map<String, Object> institution(String alias) {
        return Map.of(
                "alias",
                alias,
                "name",
                "University of " + alias,
                "hub",
                HUB,
                "kind",
                "institution",
                "timeZone",
                "America/Chicago",
                "administrator",
                Map.of(
                        "username",
                        "admin." + alias,
                        "email",
                        "admin." + alias + "@people.example",
                        "firstName",
                        "Given",
                        "lastName",
                        "Family",
                        "password",
                        "seven-green-boats-42"));
    }

    private static RequestSpecification operator() {
        return TheStack.asOperator(Service.IDENTITY).contentType("application/json");
    }
}
