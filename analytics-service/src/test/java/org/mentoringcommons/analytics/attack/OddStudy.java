package org.mentoringcommons.analytics.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Published;
import org.mentoringcommons.analytics.cube.PublishedCell;

/** Hubs that teach one curriculum or two, mostly in one year, and now and then a few people what nobody else there is taught. */
final class OddStudy {

    static final int SITES = 6;
    static final String[] HUBS = {"A", "B", "C", "D"};
    private static final String[] CURRICULA = {"X", "Y", "Z"};

    private OddStudy() {}

    static List<Person> people(int study) {
        Random random = new Random(study);
        List<Person> people = new ArrayList<>();
        for (int hub = 0; hub < HUBS.length; hub++) {
            for (String curriculum : CURRICULA) {
                for (String period : List.of("2025", "2026")) {
                    int many = random.nextInt(3) == 0
                            ? 1 + random.nextInt(9)
                            : random.nextInt(3) == 0 ? 30 + random.nextInt(150) : 0;
                    for (int i = 0; i < many; i++) {
                        people.add(somebody(random, hub, curriculum, period));
                    }
                }
            }
        }
        return people;
    }

    private static Person somebody(Random random, int hub, String curriculum, String period) {
        return new Person(
                hub * SITES + random.nextInt(SITES),
                HUBS[hub],
                "k",
                "online",
                "4–8",
                curriculum,
                period,
                random.nextBoolean() ? "postdoc" : "student",
                random.nextInt(3) > 0,
                6 + random.nextInt(20),
                16 + random.nextInt(27));
    }

    /** Where somebody was. */
    static List<CellKey> strata(List<Person> people) {
        TreeSet<CellKey> strata = new TreeSet<>();
        people.forEach(person -> strata.add(stratum(person)));
        return List.copyOf(strata);
    }

    static CellKey stratum(Person person) {
        return CellKey.of(Dimension.HUB, person.hub())
                .and(Dimension.KIND, person.kind())
                .and(Dimension.MODE, person.mode())
                .and(Dimension.HOURS, person.hours())
                .and(Dimension.CURRICULUM, person.curriculum())
                .and(Dimension.PERIOD, person.period());
    }

    /** The strata a cell is made of. */
    static BitSet of(CellKey cell, List<CellKey> strata) {
        BitSet of = new BitSet();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            of.set(
                    stratum,
                    strata.get(stratum)
                            .categories()
                            .entrySet()
                            .containsAll(cell.categories().entrySet()));
        }
        return of;
    }

    /** The cells of a release that show a figure of a measure; stages tell nothing of where people were. */
    static List<CellKey> cells(Published release, MeasureKey measure, String figure, Predicate<PublishedCell> which) {
        return release.cells().stream()
                .filter(cell -> cell.measure().equals(measure)
                        && !cell.cell().categories().containsKey(Dimension.STAGE)
                        && which.test(cell))
                .filter(cell -> cell.figures().stream()
                        .anyMatch(one ->
                                one.measure().equals(figure) && one.text().isPresent()))
                .map(PublishedCell::cell)
                .toList();
    }
}
