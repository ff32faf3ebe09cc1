package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Cells of sixty people who are asked twenty questions, of which each skips one in forty: whoever skips a question has no key in
 * it, so the same cell has other noise in other measures.
 */
class SkippedQuestionsTest {

    private static final int CELLS = 150;
    private static final int PEOPLE = 60;
    private static final int QUESTIONS = 20;
    private static final int ONE_IN = 40;
    private static final CellNoise NOISE = new CellNoise(5);

    /** By cell and question, who answered, the true number and the published one. */
    private record Cell(List<List<Integer>> who, long[] exact, long[] noisy) {}

    private final List<Cell> cells = new ArrayList<>();

    @BeforeEach
    void theyAreAsked() {
        Random random = new Random(11);
        CubeBuilder cube = new CubeBuilder(20, new byte[32]);
        int[] measures = new int[QUESTIONS];
        for (int question = 0; question < QUESTIONS; question++) {
            measures[question] = cube.measure(
                    new MeasureKey(MeasureKey.Subject.SATISFACTION, "q" + question), Measured.Form.SHARE, List.of(), 1);
        }
        for (int cell = 0; cell < CELLS; cell++) {
            cells.add(new Cell(new ArrayList<>(), new long[QUESTIONS], new long[QUESTIONS]));
            for (int question = 0; question < QUESTIONS; question++) {
                cells.get(cell).who().add(new ArrayList<>());
            }
            cube.workshop(cell, "institution " + cell, new UUID(1, cell), stratum(cell));
            for (int person = 0; person < PEOPLE; person++) {
                cube.person(1, 1000L * cell + person, 1);
                for (int question = 0; question < QUESTIONS; question++) {
                    if (random.nextInt(ONE_IN) > 0) {
                        cells.get(cell).who().get(question).add(person);
                        cube.add(measures[question], 1);
                    }
                }
            }
        }
        cube.build().measures().forEach((key, measured) -> {
            int question = Integer.parseInt(key.name().substring(1));
            for (int cell = 0; cell < CELLS; cell++) {
                Tally tally = measured.byStratum().get(stratum(cell));
                long keys = tally.keys().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                cells.get(cell).exact()[question] = tally.n();
                cells.get(cell).noisy()[question] = NOISE.of(tally.n(), keys);
            }
        });
    }

    @Test
    void whereTheSameAnsweredTheNoiseIsTheSameAndWhereOthersDidItIsAnother() {
        int same = 0;
        int differing = 0;
        for (Cell cell : cells) {
            Map<List<Integer>, Long> noises = new HashMap<>();
            for (int question = 0; question < QUESTIONS; question++) {
                long noise = cell.noisy()[question] - cell.exact()[question];
                Long known = noises.putIfAbsent(cell.who().get(question), noise);
                if (known != null) {
                    assertThat(noise).isEqualTo(known);
                    same++;
                }
            }
            differing += noises.values().stream().distinct().count() > 1 ? 1 : 0;
        }

        assertThat(same).isGreaterThan(CELLS);
        assertThat(differing).isGreaterThan(CELLS * 9 / 10);
    }

    @Test
    void whoAveragesAllQuestionsIsWithinHalfAPersonInThreeQuartersOfCells() {
        int near = 0;
        int alone = 0;
        for (Cell cell : cells) {
            double off = 0;
            for (int question = 0; question < QUESTIONS; question++) {
                off += (cell.noisy()[question] - cell.exact()[question]) / (double) QUESTIONS;
            }
            near += Math.abs(off) < 0.5 ? 1 : 0;
            alone += cell.noisy()[0] == cell.exact()[0] ? 1 : 0;
        }

        // of noise that is fresh in each measure it would be 0.84; from one measure alone it is one in four
        assertThat((double) near / CELLS).isBetween(0.62, 0.80);
        assertThat((double) alone / CELLS).isBetween(0.15, 0.35);
    }

    private static CellKey stratum(int cell) {
        return CellKey.of(Dimension.HUB, "hub " + cell)
                .and(Dimension.KIND, "k")
                .and(Dimension.MODE, "online")
                .and(Dimension.HOURS, "4–8")
                .and(Dimension.CURRICULUM, "c")
                .and(Dimension.PERIOD, "2026");
    }
}
