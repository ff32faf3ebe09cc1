package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mentoringcommons.survey.webhook.Endpoints.Resolved;

/** Name servers of other people, which take as long as they like. */
@Timeout(120)
class LookUpTest {

    private final Hanging names = new Hanging();
    private final ExecutorService requests = Executors.newCachedThreadPool();
    private final Endpoints endpoints = endpoints("60s");

    /** All names but one hang until they are let go. */
    private static final class Hanging extends Names {

        private final Semaphore begun = new Semaphore(0);
        private final CountDownLatch release = new CountDownLatch(1);
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        @Override
        List<InetAddress> addresses(String host) throws UnknownHostException {
            if (!host.equals("quick.example")) {
                threads.add(Thread.currentThread());
                begun.release();
                try {
                    release.await();
                } catch (InterruptedException stopped) {
                    throw new UnknownHostException(host);
                }
            }
            return List.of(InetAddress.getByName("93.184.215.14"));
        }

        void awaitBegun(int many) throws InterruptedException {
            assertThat(begun.tryAcquire(many, 60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @AfterEach
    void nothingIsLeft() {
        names.release.countDown();
        endpoints.stop(null);
        requests.shutdownNow();
    }

    @Test
    void a_few_requests_wait_for_names_and_the_next_is_told_when_to_come_again() throws Exception {
        List<CompletableFuture<Optional<String>>> waiting = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            String url = "https://stuck-" + number + ".example/";
            waiting.add(CompletableFuture.supplyAsync(() -> endpoints.objection(url), requests));
        }
        names.awaitBegun(16);

        HttpProblem refused =
                catchThrowableOfType(HttpProblem.class, () -> endpoints.objection("https://quick.example/"));

        assertThat(refused).as("it does not wait").isNotNull();
        assertThat(refused.getType()).hasToString("urn:mentoring-commons:problem:names-busy");
        assertThat(refused.getStatusCode()).isEqualTo(503);
        assertThat(refused.toResponse().getHeaderString("Retry-After")).isEqualTo("60");
        names.release.countDown();
        assertThat(waiting).allSatisfy(each -> assertThat(each.join()).isEmpty());
        assertThat(endpoints.objection("https://quick.example/"))
                .as("there is room again")
                .isEmpty();
    }

    @Test
    void names_are_looked_up_in_threads_that_do_nothing_else() throws Exception {
        CompletableFuture<Optional<String>> request =
                CompletableFuture.supplyAsync(() -> endpoints.objection("https://stuck.example/"), requests);
        CompletableFuture<Resolved> message = endpoints.resolve("https://stuck.example/", false);
        names.awaitBegun(2);

        assertThat(names.threads).hasSize(2).allSatisfy(thread -> {
            assertThat(thread.getName()).isEqualTo("webhook-names");
            assertThat(thread.isDaemon()).isTrue();
        });
        names.release.countDown();
        assertThat(request.join()).isEmpty();
        assertThat(message.join().refused()).isNull();
    }

    @Test
    void names_that_hang_keep_neither_requests_nor_messages_to_others_waiting() throws Exception {
        for (int number = 0; number < 40; number++) {
            endpoints.resolve("https://stuck-" + number + ".example/", true);
        }
        names.awaitBegun(16);

        CompletableFuture<Resolved> other = endpoints.resolve("https://quick.example/", false);

        assertThat(other).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(other.join().endpoint().address().getHostAddress()).isEqualTo("93.184.215.14");
        assertThat(endpoints.objection("https://quick.example/")).isEmpty();
    }

    @Test
    void a_name_that_takes_too_long_or_has_no_place_to_wait_cannot_be_looked_up_now() throws Exception {
        Endpoints hasty = endpoints("100ms");

        assertThat(hasty.objection("https://stuck.example/")).contains("has a name that cannot be looked up now");
        assertThat(hasty.resolve("https://stuck.example/", false)
                        .join()
                        .refused()
                        .outcome())
                .isEqualTo(Outcome.TIMEOUT);

        hasty.stop(null);
        assertThat(hasty.objection("https://quick.example/"))
                .as("nobody takes it any more")
                .contains("has a name that cannot be looked up now");
    }

    private Endpoints endpoints(String patience) {
        return new Endpoints(
                names,
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(WebhookSettings.class)
                        .withDefaultValue("webhooks.patience", patience)
                        .build()
                        .getConfigMapping(WebhookSettings.class));
    }
}
