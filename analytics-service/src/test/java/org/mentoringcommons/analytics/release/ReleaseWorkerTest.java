package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A worker goes on, whatever is thrown. */
@QuarkusTest
class ReleaseWorkerTest extends Releasing {

    @Inject
    ReleaseSettings settings;

    @Inject
    Reproductions reproductions;

    @Inject
    Telling telling;

    @Inject
    HubSummaries summaries;

    @Test
    void an_error_counts_as_a_failure_and_the_worker_goes_on() {
        studied("erroneous");
        String address = drafted("erroneous");
        step(drafter(), address, "computation").then().statusCode(202);

        worker(leases, new Exhausted()).patiently();

        show(address).body("state", equalTo("failed"));
    }

    @Test
    void a_round_that_ends_in_an_error_is_followed_by_another() {
        ReleaseWorker worker = worker(new Away(new StackOverflowError()), null);

        assertThatCode(worker::patiently).doesNotThrowAnyException();
    }

    @Test
    void a_lease_that_could_not_be_renewed_is_tried_again_unless_it_is_lost() {
        Lease lease = new Lease(UUID.randomUUID(), 1, "renewed", 1, Optional.empty());

        assertThatCode(() -> renewing(new IllegalStateException("the database was away"), lease))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> renewing(new Lease.Lost(), lease)).isInstanceOf(Lease.Lost.class);
    }

    /** However many wait of the one sort, the other is not held up. */
    @Test
    void what_is_computed_and_what_is_made_again_take_turns() {
        List<String> done = new ArrayList<>();
        Computing computing = new Exhausted() {
            @Override
            void compute(Lease lease) {
                done.add("computed");
            }
        };
        Reproducing reproducing = new Reproducing(null, null, null, null, null, null, null, null) {
            @Override
            void reproduce(Reproductions.Turn turn) {
                done.add("made again");
            }
        };

        new ReleaseWorker(new Waiting(3), computing, new Asked(2), reproducing, cubes, telling, summaries, settings)
                .round();

        assertThat(done).containsExactly("computed", "made again", "computed", "made again", "computed");
    }

    private void renewing(RuntimeException failure, Lease lease) {
        Leases away = new Away(failure);
        worker(away, null).renew(() -> away.renew(lease));
    }

    private ReleaseWorker worker(Leases leases, Computing computing) {
        return new ReleaseWorker(leases, computing, reproductions, null, cubes, telling, summaries, settings);
    }

    /** Something is not there that was compiled against. */
    private static class Exhausted extends Computing {

        Exhausted() {
            super(null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        @Override
        void compute(Lease lease) {
            throw new LinkageError("made up");
        }
    }

    /** So many drafts wait. */
    private static final class Waiting extends Leases {

        private int left;

        Waiting(int left) {
            super(null, null, null, null, null, null);
            this.left = left;
        }

        @Override
        Optional<Lease> claim() {
            return left-- > 0
                    ? Optional.of(new Lease(UUID.randomUUID(), 1, "waiting", 1, Optional.empty()))
                    : Optional.empty();
        }
    }

    /** So many releases are to be made again. */
    private static final class Asked extends Reproductions {

        private int left;

        Asked(int left) {
            super(null, null, null, null, null);
            this.left = left;
        }

        @Override
        Optional<Turn> claim() {
            return left-- > 0 ? Optional.of(new Turn(1, 1)) : Optional.empty();
        }
    }

    /** No database answers. */
    private static final class Away extends Leases {

        private final Throwable failure;

        Away(Throwable failure) {
            super(null, null, null, null, null, null);
            this.failure = failure;
        }

        @Override
        Optional<Lease> claim() {
            throw failure();
        }

        @Override
        void renew(Lease lease) {
            throw failure();
        }

        private RuntimeException failure() {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }
    }
}
