package org.mentoringcommons.provisioning.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.TenantTransaction;

/** What one round of the schedule does with keys that Keycloak does not answer for. */
@QuarkusTest
class RoundTest {

    @Inject
    TenantTransaction transaction;

    @Inject
    AdvisoryLock lock;

    @Test
    void keys_that_fail_do_not_keep_those_after_them_from_being_settled() {
        Keys keys = new Keys("fails-1", "fails-2", "fine-1", "fails-3", "fails-4", "fine-2");

        round(keys);

        assertThat(keys.settled).containsExactly("fine-1", "fine-2");
    }

    @Test
    void three_failures_in_a_row_mean_that_keycloak_is_away_and_end_the_round() {
        Keys keys = new Keys("fails-1", "fails-2", "fails-3", "fine");
        Keys others = new Keys("fine-too");

        round(keys, others);

        assertThat(keys.tried).containsExactly("fails-1", "fails-2", "fails-3");
        assertThat(others.tried).isEmpty();
    }

    private void round(Keys... states) {
        Reconciler reconciler = new Reconciler(List.of(states), transaction, lock, 1);
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
