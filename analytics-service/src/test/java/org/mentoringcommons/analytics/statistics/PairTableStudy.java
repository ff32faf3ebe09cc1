package org.mentoringcommons.analytics.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts of pairs: {@code data.csv}, and {@code data_NAME_nSIZE.csv} answered under NAMESIZE. */
record PairTableStudy(Path folder) implements Study {
    private static final Pattern PART = Pattern.compile("data_(.+)_n(\\d+)\\.csv");

    @Override
    public Answers answers() {
        Answers answers = new Answers();
        ask(answers.all(), folder.resolve("data.csv"));
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                Matcher part = PART.matcher(file.getFileName().toString());
                if (part.matches()) {
                    ask(answers.all().in(part.group(1) + part.group(2)), file);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return answers;
    }

    private static void ask(Answers.Section section, Path file) {
        PairTable.Builder builder = PairTable.builder(1);
        Rows.of(file).stream()
                .forEach(row -> builder.add(
                        Rows.integer(row, "pre"), Rows.integer(row, "post"), Long.parseLong(row.get("count"))));
        PairTable table = builder.build();
        PairAnswers.signedRank(section, table);
        PairAnswers.paired(section, table);
        SignedRank.Result test = SignedRank.withDefaults().withExactUpTo(0).test(table);
        section.put("exact_n", table::n)
                .put("exact_sum_pre_post", () -> List.of(sum(table.before(), 1), sum(table.now(), 1)))
                .put("exact_sum_d_and_d2", () -> List.of(sum(table.differences(), 1), sum(table.differences(), 2)))
                .put("exact_2Wplus_2Wminus", () -> List.of(2 * test.wPlus(), 2 * test.wMinus()))
                .put("exact_tie_term", test::tieTerm);
        MarginalHomogeneity.Result margins = MarginalHomogeneity.of(table);
        section.put("stuart_maxwell_chisq", margins::stuartMaxwell)
                .put("stuart_maxwell", margins::stuartMaxwell)
                .put("bhapkar", margins::bhapkar)
                .put("bowker_chisq", () -> asR(margins))
                .put("bowker", margins::bowker);
    }

    /** R divides nought by nought where nobody changed between two answers either way. */
    private static OptionalDouble asR(MarginalHomogeneity.Result margins) {
        boolean everyPairUsed = margins.bowkerDf() == margins.df() * (margins.df() + 1) / 2;
        return everyPairUsed ? margins.bowker() : OptionalDouble.empty();
    }

    private static long sum(Counts counts, int power) {
        long sum = 0;
        for (int i = 0; i < counts.distinct(); i++) {
            sum += (long) Math.pow(counts.value(i), power) * counts.count(i);
        }
        return sum;
    }
}
