package org.mentoringcommons.analytics.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** Counts kept by changes and counts made anew from the rows are the same, whatever happened in between. */
@QuarkusTest
class RecountTest {

    private static final int STEPS = 400;
    private static final int PEOPLE = 40;
    private static final List<String> ITEMS = List.of("a1", "a2", "b1", "b2", "b3");

    @Inject
    Feed feed;

    @Inject
    Counted counted;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void after_random_submissions_corrections_withdrawals_and_erasures(long seed) {
        Random random = new Random(seed);
        Tenant institution = Facts.institution("recounted " + seed);
        List<String> waves = waves(institution, seed);

        for (int step = 0; step < STEPS; step++) {
            step(random, institution, waves);
        }
        if (seed == 3) {
            feed.erased("waves", institution, Facts.id(waves.get(0)));
        }

        assertThat(counted.kept(institution)).hasSizeGreaterThan(50).isEqualTo(counted.made(institution));
        assertThat(counted.packed(institution, false))
                .as("bit for bit")
                .isNotEmpty()
                .isEqualTo(counted.packed(institution, true));
        assertThat(counted.wrongWaves(institution)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void nothing_is_left_when_everybody_is_erased(long seed) {
        Random random = new Random(seed);
        Tenant institution = Facts.institution("erased " + seed);
        List<String> waves = waves(institution, seed);
        for (int step = 0; step < STEPS; step++) {
            step(random, institution, waves);
        }
        assertThat(counted.kept(institution)).isNotEmpty();

        for (int person = 0; person < PEOPLE; person++) {
            feed.erased("responses", institution, Facts.id(person(waves, person)));
        }

        assertThat(counted.kept(institution)).isEmpty();
    }

    @Test
    void after_several_instances_of_the_service_counted_the_first_answers_of_a_workshop_at_once() throws Exception {
        Tenant institution = Facts.institution("at once");
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            for (long number = 100; number < 115; number++) {
                long round = number;
                String wave = waves(institution, round).get(0);
                CyclicBarrier start = new CyclicBarrier(4);
                List<Callable<Void>> answers = IntStream.range(0, 4)
                        .mapToObj(who -> (Callable<Void>) () -> {
                            String person = person(List.of(wave), who);
                            Map<String, Object> state =
                                    Facts.response(person, wave, true, answers(new Random(round * 4 + who)));
                            start.await();
                            feed.state("responses", institution, Facts.id(person), state);
                            return null;
                        })
                        .toList();
                for (Future<Void> answer : instances.invokeAll(answers)) {
                    answer.get();
                }
            }
        } finally {
            instances.shutdown();
        }

        assertThat(counted.kept(institution)).hasSizeGreaterThan(50).isEqualTo(counted.made(institution));
        assertThat(counted.packed(institution, false))
                .as("bit for bit")
                .isNotEmpty()
                .isEqualTo(counted.packed(institution, true));
        assertThat(counted.wrongWaves(institution)).isZero();
    }

    private void step(Random random, Tenant institution, List<String> waves) {
        int number = random.nextInt(PEOPLE);
        String person = person(waves, number);
        if (random.nextInt(5) == 0) {
            feed.erased("responses", institution, Facts.id(person));
            return;
        }
        boolean withdrawing = random.nextInt(10) == 0;
        feed.state(
                "responses",
                institution,
                Facts.id(person),
                Facts.response(
                        person,
                        waves.get(number % waves.size()),
                        !withdrawing && random.nextInt(3) > 0,
                        withdrawing ? Map.of() : answers(random)));
    }

    private static String person(List<String> waves, int number) {
        return waves.get(0) + " person " + number;
    }

    private static Map<String, Object> answers(Random random) {
        Map<String, Object> answers = new HashMap<>();
        for (String item : ITEMS) {
            if (random.nextInt(8) > 0) {
                answers.put(item, Facts.pair(1 + random.nextInt(7), 1 + random.nextInt(7)));
            }
        }
        return answers;
    }

    /** Two workshops, one of them evaluated twice, by two versions of an instrument. */
    private List<String> waves(Tenant institution, long seed) {
        List<String> waves = new ArrayList<>();
        for (String wave : List.of("first/1", "first/2", "second/1")) {
            String workshop = wave.substring(0, wave.indexOf('/')) + seed + institution.id();
            String version = wave.substring(wave.indexOf('/') + 1);
            feed.state("workshops", institution, Facts.id(workshop), Facts.workshop(workshop, "recount", 240));
            String name = wave + seed + institution.id();
            feed.state("waves", institution, Facts.id(name), Facts.wave(name, workshop, instrument(version)));
            waves.add(name);
        }
        return waves;
    }

    private static Map<String, Object> instrument(String version) {
        return Facts.instrument(
                "recount",
                version,
                ITEMS.stream().map(Facts::thenNow).toList(),
                List.of(
                        Facts.scale("a", "a1", "a2"),
                        Facts.scale("b", "b1", "b2", "b3"),
                        Map.of(
                                "key",
                                "turned",
                                "items",
                                List.of("b1", "b2", "b3"),
                                "missing",
                                "at_least",
                                "minimum",
                                2,
                                "reverse",
                                List.of("b2"))));
    }
}
