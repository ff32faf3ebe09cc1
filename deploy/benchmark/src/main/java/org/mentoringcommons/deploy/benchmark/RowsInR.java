package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The same seven scales by R, from one row a person: moments, quantiles, t, signed-rank, effect sizes. */
final class RowsInR {

    // expanding the rows is not timed; wilcox.test without an interval, because its Hodges-Lehmann needs all n(n+1)/2
    // Walsh averages, which no machine holds at ten million
    private static final String SCRIPT =
            """
            arguments <- commandArgs(trailingOnly = TRUE)
            total <- 0
            for (file in arguments) {
              cells <- read.csv(file, header = FALSE, col.names = c("before", "now", "people"))
              before <- rep(cells$before, cells$people)
              now <- rep(cells$now, cells$people)
              total <- total + system.time({
                gain <- now - before
                mean(before); sd(before); mean(now); sd(now); mean(gain); sd(gain)
                quantile(before, c(.1, .25, .5, .75, .9), type = 7)
                quantile(now, c(.1, .25, .5, .75, .9), type = 7)
                t.test(now, before, paired = TRUE)
                wilcox.test(now, before, paired = TRUE, exact = FALSE, correct = FALSE)
                changed <- gain[gain != 0]
                ranks <- rank(abs(changed))
                (sum(ranks[changed > 0]) - sum(ranks[changed < 0])) / sum(ranks)
                mean(gain) / sd(gain)
              })[["elapsed"]]
            }
            cat(total)
            """;

    private RowsInR() {}

    static void measure(Path folder, long people) {
        try {
            Files.createDirectories(folder);
            Path script = Files.writeString(folder.resolve("rows.R"), SCRIPT);
            ProcessBuilder r = new ProcessBuilder("Rscript", script.toString());
            for (Map.Entry<String, String> scale :
                    StatisticsBenchmark.cells(people).entrySet()) {
                r.command()
                        .add(Files.writeString(folder.resolve(scale.getKey() + ".csv"), scale.getValue())
                                .toString());
            }
            Process process = r.redirectErrorStream(true).start();
            String seconds = new String(process.getInputStream().readAllBytes()).strip();
            if (!process.waitFor(30, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(seconds);
            }
            Table.row("7 scales of " + people + " people by R from rows, without Hodges-Lehmann", seconds + " s");
        } catch (IOException absent) {
            Table.row("7 scales of " + people + " people by R from rows", "R is not installed (apt: r-base-core)");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
