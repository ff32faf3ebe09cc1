package org.mentoringcommons.provisioning.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.tenancy.TenantTransaction;

/** What one round of the schedule does with keys that Keycloak does not answer for. */
@QuarkusTest
class RoundTest {

    @Inject
    TenantTransaction transaction;

    @Inject
    AdvisoryLock lock;

    @Inject
    Round round;

    @BeforeEach
    void nothingIsPostponed() {
        Database.update("delete from postponed where kind = 'round-test'");
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
        nothingIsPostponed();
    }

    @Test
    void keys_that_fail_do_not_keep_those_after_them_from_being_settled_however_many_they_are() {
        Keys keys = new Keys("fails-1", "fails-2", "fails-3", "fails-4", "fails-5", "fine-1", "fails-6", "fine-2");

        round(keys);

        assertThat(keys.settled).containsExactlyInAnyOrder("fine-1", "fine-2");
    }

    @Test
    void a_key_that_fails_rests_longer_and_longer() {
        Keys keys = new Keys("fails-1");
        round(keys);

        round(keys);

        assertThat(keys.tried).hasSize(1);
        dueAgain();
        round(keys);
        assertThat(keys.tried).hasSize(2);
        assertThat(Database.texts("select failures from postponed where key = 'fails-1'"))
                .containsExactly("2");
        assertThat(
                        Database.texts(
                                "select key from postponed where key = 'fails-1' and next_attempt > now() + interval '35 seconds'"))
                .hasSize(1);
        assertThat(Postponements.after(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Postponements.after(3)).isEqualTo(Duration.ofSeconds(160));
        assertThat(Postponements.after(1000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_key_that_is_settled_after_all_begins_anew_when_it_fails_again() {
        round(new Keys("fails-1"));

        round(new Keys("fine-1"));

        assertThat(Database.texts("select key from postponed where kind = 'round-test'"))
                .isEmpty();
    }

    @Test
    void when_keycloak_is_away_the_round_ends_and_no_key_has_to_rest() {
        Keys keys = new Keys("fails-1", "fails-2", "fails-3", "fine");
        Keys others = new Keys("fine-too");
        Keycloak.goesAway();

        round(keys, others);

        assertThat(keys.tried).containsExactly("fails-1");
        assertThat(others.tried).isEmpty();
        assertThat(Database.texts("select key from postponed where kind = 'round-test'"))
                .isEmpty();
    }

    @Test
    void what_another_instance_is_at_is_left_to_it() throws Exception {
        Keys keys = new Keys("fine-1", "fine-2");
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Void> another = CompletableFuture.runAsync(() -> transaction.run(null, () -> {
            lock.take("round-test/fine-1");
            taken.countDown();
            waitFor(enough);
        }));
        waitFor(taken);

        round(keys);

        enough.countDown();
        another.get(10, TimeUnit.SECONDS);
        assertThat(keys.settled).containsExactly("fine-2");
    }

    @Test
    void one_key_does_not_occupy_all_workers() throws Exception {
        Reconciler reconciler = new Reconciler(List.of(), transaction, lock, round, 2);
        CountDownLatch enough = new CountDownLatch(1);
        List<CompletableFuture<Void>> greedy = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(() -> reconciler.alone("round-test", "greedy", () -> {
                    waitFor(enough);
                    return i;
                })))
                .toList();

        Integer other = CompletableFuture.supplyAsync(
                        () -> reconciler.alone("round-test", "modest", () -> 42).orElseThrow())
                .get(10, TimeUnit.SECONDS);

        assertThat(other).isEqualTo(42);
        assertThat(greedy).noneMatch(CompletableFuture::isDone);
        enough.countDown();
        CompletableFuture.allOf(greedy.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        reconciler.stop();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void dueAgain() {
        Database.update("update postponed set next_attempt = now() - interval '1 second' where kind = 'round-test'");
    }

    private void round(Keys... states) {
        Reconciler reconciler = new Reconciler(List.of(states), transaction, lock, round, 1);
        try {
            reconciler.settleEverything();
        } finally {
            reconciler.stop();
        }
    }

    /** Keys of which some get no answer, as their names say. */
    private static final class Keys implements DesiredState {

        private final List<String> keys;
        private final List<String> tried = new CopyOnWriteArrayList<>();
        private final List<String> settled = new CopyOnWriteArrayList<>();

        Keys(String... keys) {
            this.keys = List.of(keys);
        }

        @Override
        public String kind() {
            return "round-test";
        }

        @Override
        public List<String> unsettled() {
            return keys;
        }

        @Override
        public void settle(String key) {
            tried.add(key);
            if (key.startsWith("fails")) {
                throw new UncheckedIOException(new IOException("no answer"));
            }
            settled.add(key);
        }
    }
}
