package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/** A whole instrument: columns SCALE_ITEM_pre and SCALE_ITEM_post, some missing, and the workshop of each person. */
record InstrumentStudy(Rows rows) implements Study {
    private static final Pattern ITEM = Pattern.compile("(.+)_(\\d+)_pre");

    @Override
    public Answers answers() {
        Answers answers = new Answers();
        Map<String, List<String>> scales = new LinkedHashMap<>();
        for (String column : rows.header()) {
            Matcher item = ITEM.matcher(column);
            if (item.matches()) {
                String name = item.group(1) + "_" + item.group(2);
                scales.computeIfAbsent(item.group(1), scale -> new ArrayList<>())
                        .add(name);
                item(answers.all().in("item").in(name), name);
            }
        }
        List<PairTable> tables = new ArrayList<>();
        scales.forEach((scale, items) -> {
            PairTable table = rows.pairs(wave(items, "pre"), wave(items, "post"), items.size());
            tables.add(table);
            scale(answers.all().in(scale), items, table);
        });
        answers.all()
                .put(
                        "holm_over_" + words(scales.size()) + "_scales_nocc",
                        () -> Multiplicity.HOLM.adjust(tables.stream()
                                .mapToDouble(table -> SignedRank.withDefaults()
                                        .withExactUpTo(0)
                                        .test(table)
                                        .pAsymptotic()
                                        .getAsDouble())
                                .toArray()));
        return answers;
    }

    private static String words(int number) {
        List<String> words = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
        return number <= words.size() ? words.get(number - 1) : Integer.toString(number);
    }

    private static List<String> wave(List<String> items, String wave) {
        return items.stream().map(item -> item + "_" + wave).toList();
    }

    private void item(Answers.Section section, String name) {
        PairTable table = rows.pairs(List.of(name + "_pre"), List.of(name + "_post"), 1);
        PairAnswers.signedRank(section, table);
        PairAnswers.paired(section, table);
    }

    private void scale(Answers.Section section, List<String> items, PairTable table) {
        section.put("k_items", items::size).put("n_complete", table::n);
        PairAnswers.signedRank(section, table);
        PairAnswers.paired(section.in("itemmean"), table);
        for (String wave : List.of("pre", "post")) {
            CrossProducts products = products(wave(items, wave));
            Reliability.Result reliability = Reliability.withDefaults().of(products);
            section.put("alpha_" + wave, reliability::alpha)
                    .put("alpha_n_" + wave, reliability::n)
                    .put("alpha_ci95_feldt_" + wave, reliability::alphaInterval)
                    .put("omega_total_" + wave, reliability::omega)
                    .put("alpha_sufficient_" + wave, () -> sufficient(products));
        }
        half(section, items);
        clusters(section, items);
    }

    private CrossProducts products(List<String> columns) {
        CrossProducts.Builder products = CrossProducts.builder(columns.size());
        rows.stream()
                .filter(row -> columns.stream().noneMatch(column -> Rows.isMissing(row, column)))
                .forEach(row -> products.add(columns.stream()
                        .mapToDouble(column -> Rows.integer(row, column))
                        .toArray()));
        return products.build();
    }

    private static List<Double> sufficient(CrossProducts products) {
        List<Double> numbers = new ArrayList<>();
        numbers.add((double) products.n());
        IntStream.range(0, products.variables()).forEach(i -> numbers.add(products.sum(i)));
        IntStream.range(0, products.variables()).forEach(i -> IntStream.range(i, products.variables())
                .forEach(j -> numbers.add(products.product(i, j))));
        return numbers;
    }

    /** The rule "at least half answered", scored in sixtieths. */
    private void half(Answers.Section section, List<String> items) {
        PairTable.Builder builder = PairTable.builder(60);
        for (CSVRecord row : rows.records()) {
            List<String> before = answered(row, wave(items, "pre"));
            List<String> now = answered(row, wave(items, "post"));
            if (2 * before.size() >= items.size() && 2 * now.size() >= items.size()) {
                builder.add(sixtieths(row, before), sixtieths(row, now));
            }
        }
        PairTable table = builder.build();
        section.in("halfrule")
                .put("n", table::n)
                .put("mean_diff", () -> PairedMoments.of(table).gain().mean());
        PairAnswers.signedRank(section.in("halfrule_x60"), table);
    }

    private static List<String> answered(CSVRecord row, List<String> columns) {
        return columns.stream().filter(column -> !Rows.isMissing(row, column)).toList();
    }

    private static int sixtieths(CSVRecord row, List<String> columns) {
        int sum = Rows.completeSum(row, columns).orElseThrow();
        return (int) Math.rint(60.0 * sum / columns.size());
    }

    private void clusters(Answers.Section section, List<String> items) {
        TreeMap<String, List<Integer>> gains = new TreeMap<>();
        for (CSVRecord row : rows.records()) {
            var before = Rows.completeSum(row, wave(items, "pre"));
            var now = Rows.completeSum(row, wave(items, "post"));
            if (before.isPresent() && now.isPresent()) {
                gains.computeIfAbsent(row.get("workshop"), workshop -> new ArrayList<>())
                        .add(now.getAsInt() - before.getAsInt());
            }
        }
        List<Counts> workshops = gains.values().stream()
                .map(list -> Counts.ofValues(
                        list.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
        double k = items.size();
        ClusteredSignedRank.Result ranks = ClusteredSignedRank.withDefaults().test(workshops);
        IntraclassCorrelation.Result likeness = IntraclassCorrelation.of(workshops);
        // in scale points, as the reference fits it: a likelihood depends on the unit
        MixedModel.Result model = MixedModel.withDefaults()
                .fit(gains.values().stream()
                        .map(list -> {
                            CrossProducts.Builder own = CrossProducts.builder(1);
                            list.forEach(gain -> own.add(gain / k));
                            return own.build();
                        })
                        .toList());
        section.put("clustered_signed_rank_Z", ranks::z)
                .put("clustered_signed_rank_p", ranks::p)
                .put("icc1_anova", likeness::icc)
                .put("design_effect", likeness::designEffect)
                .put("icc_reml", model::icc)
                .put("lmm_mean_gain", () -> model.coefficients().get(0).estimate())
                .put("lmm_se", () -> model.coefficients().get(0).standardError())
                .put("lmm_logLik_reml", model::logLikelihood);
    }
}
