package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random people with a pair of tied integer scores each, reproducible by seed. */
record Population(List<PairTable.Pair> people) {
    /** Scores of a 7-point item; the answer now is drawn around the answer before, raised by a shift. */
    static Population of(int size, double shift, Random random) {
        List<PairTable.Pair> people = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double skill = 4 + random.nextGaussian();
            people.add(new PairTable.Pair(
                    answer(skill + 0.7 * random.nextGaussian()), answer(skill + shift + 0.7 * random.nextGaussian())));
        }
        return new Population(people);
    }

    private static int answer(double latent) {
        return (int) Math.max(1, Math.min(7, Math.round(latent)));
    }

    PairTable table() {
        return table(people);
    }

    static PairTable table(List<PairTable.Pair> some) {
        PairTable.Builder table = PairTable.builder(1);
        some.forEach(person -> table.add(person.before(), person.now()));
        return table.build();
    }
}
