package org.mentoringcommons.deploy.benchmark;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.instrument.Answer;
import org.mentoringcommons.analytics.instrument.CellCounts;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All seven scale tables with every unclustered statistic, from what is stored of them: packed counts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StatisticsBenchmark {

    /** How many people answered. */
    @Param({"100", "10000", "10000000"})
    public long people;

    private byte[] packed;

    /** Counts that many people once. */
    @Setup
    public void count() {
        packed = counted(people).packed();
    }

    /** From stored bytes to seven tables of results. */
    @Benchmark
    public List<List<Object>> sevenScales() {
        CellCounts counts = new CellCounts(Mca.STRUCTURE);
        counts.add(packed);
        return Mca.scales().stream()
                .map(scale -> Unclustered.statistics(table(counts, scale)))
                .toList();
    }

    static CellCounts counted(long people) {
        SyntheticRows rows = new SyntheticRows(people, 1);
        SplittableRandom random = new SplittableRandom(7);
        CellCounts counts = new CellCounts(Mca.STRUCTURE);
        for (long person = 0; person < people; person++) {
            counts.add(rows.answers(random), 0);
        }
        return counts;
    }

    static PairTable table(CellCounts counts, String scale) {
        PairTable.Builder table =
                PairTable.builder(Mca.STRUCTURE.scale(scale).orElseThrow().unitsPerPoint());
        counts.scale(scale, (Answer.Pair pair, long number) -> table.add(pair.then(), pair.now(), number));
        return table.build();
    }

    /** Cells of every scale, for R to make rows of. */
    static Map<String, String> cells(long people) {
        CellCounts counts = counted(people);
        Map<String, String> cells = new TreeMap<>();
        Mca.scales()
                .forEach(scale -> cells.put(
                        scale,
                        table(counts, scale).cells().entrySet().stream()
                                .map(cell -> cell.getKey().before() + ","
                                        + cell.getKey().now() + "," + cell.getValue())
                                .collect(Collectors.joining("\n"))));
        return cells;
    }
}
