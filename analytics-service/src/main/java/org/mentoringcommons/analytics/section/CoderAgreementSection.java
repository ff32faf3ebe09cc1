package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cohort.Judged;
import org.mentoringcommons.analytics.statistics.AgreementTable;
import org.mentoringcommons.analytics.statistics.KrippendorffAlpha;
import org.mentoringcommons.analytics.statistics.KrippendorffAlpha.Metric;

/**
 * How far two coders agreed before they talked: over all decisions whether a code fits a text, and code by code. Where
 * their separate judgements were not sent, it is said that this cannot be known from consensus alone.
 */
record CoderAgreementSection(List<CodedSection> coded) {

    private static final String NOT_SENT =
            "not sent: the coders' separate judgements have not arrived, only their consensus";
    private static final int FEWEST_USES = 5;
    private static final String TOO_FEW = "a coder used the code fewer than " + FEWEST_USES + " times";
    private static final double LEVEL = 0.95;

    Section build() {
        return new Section(
                "coder_agreement",
                "Agreement of the coders",
                List.of(
                        "Agreement is computed from judgements made before consensus; consensus itself agrees always.",
                        "Overall, a decision is whether one code fits one text; of a single code, kappa is given if both"
                                + " coders used it at least " + FEWEST_USES + " times."),
                coded.stream().flatMap(CoderAgreementSection::rows).toList());
    }

    private static Stream<Row> rows(CodedSection section) {
        Judged judged = section.texts().judged();
        if (judged.texts() == 0) {
            return Stream.of(notSent(section));
        }
        AgreementTable all = judged.codes().values().stream()
                .map(uses -> table(uses, judged.texts()))
                .reduce(AgreementTable::plus)
                .orElseThrow();
        return Stream.concat(
                Stream.of(row(section.section(), judged.texts(), judged.same(), all, true)),
                judged.codes().entrySet().stream().map(code -> ofCode(section.section(), code, judged.texts())));
    }

    private static Row notSent(CodedSection section) {
        long texts = section.texts().texts();
        return new Row(
                section.section(),
                Measure.count("texts", 0, texts),
                Measure.undefined("percent_same", texts, NOT_SENT),
                Measure.undefined("krippendorff_alpha", texts, NOT_SENT),
                Measure.undefined("kappa", texts, NOT_SENT),
                Measure.undefined("pabak", texts, NOT_SENT));
    }

    private static Row ofCode(String section, Map.Entry<String, Judged.Uses> code, long texts) {
        Judged.Uses uses = code.getValue();
        boolean enough = Math.min(uses.firstOnly(), uses.secondOnly()) + uses.both() >= FEWEST_USES;
        long same = texts - uses.firstOnly() - uses.secondOnly();
        return row(section + " / " + code.getKey(), texts, same, table(uses, texts), enough);
    }

    private static AgreementTable table(Judged.Uses uses, long texts) {
        return AgreementTable.ofCode(
                uses.both(),
                uses.firstOnly(),
                uses.secondOnly(),
                texts - uses.both() - uses.firstOnly() - uses.secondOnly());
    }

    /** @param same texts of which both said the same */
    private static Row row(String name, long texts, long same, AgreementTable table, boolean enough) {
        KrippendorffAlpha alpha = alpha(table);
        String absent = table.outcome().explanation();
        return new Row(
                name,
                Measure.count("texts", texts, texts),
                Measure.percent("percent_same", same, texts),
                enough
                        ? Measure.number(
                                "krippendorff_alpha",
                                alpha.alpha(Metric.NOMINAL),
                                table.n(),
                                KrippendorffAlpha.method(Metric.NOMINAL),
                                alpha.outcome())
                        : Measure.undefined("krippendorff_alpha", table.n(), TOO_FEW),
                enough
                        ? Measure.number("kappa", table.kappa(), table.n(), AgreementTable.METHOD, absent)
                                .within(table.kappaInterval(LEVEL))
                        : Measure.undefined("kappa", table.n(), TOO_FEW),
                enough
                        ? Measure.number("pabak", table.pabak(), table.n(), AgreementTable.METHOD, absent)
                        : Measure.undefined("pabak", table.n(), TOO_FEW));
    }

    private static KrippendorffAlpha alpha(AgreementTable table) {
        return KrippendorffAlpha.builder()
                .add(table.count(1, 1), new int[] {1, 1})
                .add(table.count(1, 0), new int[] {1, 0})
                .add(table.count(0, 1), new int[] {0, 1})
                .add(table.count(0, 0), new int[] {0, 0})
                .build();
    }
}
