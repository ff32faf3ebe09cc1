package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many ask, a study is computed once at a time. */
class ComputationsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger computed = new AtomicInteger();
    private final Computations computations = new Computations(1, 1);

    @AfterEach
    void stop() {
        released.countDown();
        computations.onStop(null);
    }

    @Test
    void everybody_who_asks_meanwhile_waits_for_the_same() {
        List<Computation> joined = IntStream.range(0, 50)
                .parallel()
                .mapToObj(reader -> computations.join("one", this::compute))
                .distinct()
                .toList();
        released.countDown();

        assertThat(joined).hasSize(1);
        joined.get(0).await(LONG);
        assertThat(computed).hasValue(1);
        computations.join("one", this::compute).await(LONG);
        assertThat(computed).hasValue(2);
    }

    @Test
    void who_does_not_want_to_wait_need_not() {
        assertThat(computations.join("one", this::compute).await(Duration.ZERO)).isEmpty();
    }

    @Test
    void more_studies_than_may_wait_are_refused() {
        computations.join("computing", this::compute);
        computations.join("waiting", this::compute);

        assertThatThrownBy(() -> computations.join("too many", this::compute))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(503));
    }

    @Test
    void a_failure_is_told_to_all_who_wait_and_then_forgotten() {
        Computation failing = computations.join("one", () -> {
            throw new IllegalStateException("as if");
        });
        assertThatThrownBy(() -> failing.await(LONG)).isInstanceOf(Computation.Failed.class);
        assertThat(computations.join("one", this::compute)).isSameAs(failing);

        computations.problem("one", failing, new Computation.Failed(new IllegalStateException("as if")));

        assertThat(computations.join("one", this::compute)).isNotSameAs(failing);
    }

    private KeptReport compute() {
        computed.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new KeptReport(null, null, Duration.ZERO);
    }
}
