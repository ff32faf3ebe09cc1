package org.mentoringcommons.curriculum.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class TwoAtOnceTest {

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);

    @Inject
    Workshops workshops;

    @Inject
    TenantTransaction transaction;

    @Test
    void the_second_of_two_rosters_that_saw_the_same_workshop_is_refused_whole() throws Exception {
        String id = facilitator.plannedInThePast();
        CountDownLatch seen = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transaction.run(Token.LAKESIDE, () -> {
            Workshop workshop = workshops.get(UUID.fromString(id));
            workshop.enrol(5);
            seen.countDown();
            await(overtaken);
            workshops.changed(workshop);
        }));
        await(seen);

        Response quick = facilitator.roster(id, "name,email\nAna,ana@example.org");
        overtaken.countDown();

        quick.then().statusCode(200);
        assertThat(slow)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withRootCauseInstanceOf(org.hibernate.StaleStateException.class);
        List<Facts.Told> told = Facts.about(id);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).data().get("enrolled").asInt()).isEqualTo(1);
    }

    @Test
    void of_rosters_sent_at_the_same_time_each_is_taken_whole_or_refused_with_409() {
        String id = facilitator.plannedInThePast();
        List<CompletableFuture<Response>> sent = java.util.stream.IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> facilitator.roster(id, "name,email\nAna,ana@example.org\nBo,bo@example.org")))
                .toList();

        List<Response> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Response::statusCode).contains(200).containsAnyOf(200, 409);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409));
        long taken =
                answers.stream().filter(answer -> answer.statusCode() == 200).count();
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(refused -> refused.then()
                .body("type", equalTo("urn:mentoring-commons:problem:changed-meanwhile")));
        assertThat(Facts.about(id))
                .hasSize(1 + (int) taken)
                .extracting(Facts.Told::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
