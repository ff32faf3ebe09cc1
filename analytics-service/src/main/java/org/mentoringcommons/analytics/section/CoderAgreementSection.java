package org.mentoringcommons.analytics.section;

import java.util.List;
import org.mentoringcommons.analytics.cohort.CodedTexts;
import org.mentoringcommons.analytics.response.Population.Consented;

/** How far two coders agreed before they talked; said openly that it cannot be known from consensus alone. */
record CoderAgreementSection(List<CodedSection> coded) {

    private static final String NOT_SENT =
            "not sent: the coders' separate judgements have not arrived, only their consensus";

    Section build() {
        return new Section(
                "coder_agreement",
                "Agreement of the coders",
                List.of("Agreement is computed from judgements made before consensus; consensus itself agrees always."),
                coded.stream().map(CoderAgreementSection::row).toList());
    }

    private static Row row(CodedSection section) {
        CodedTexts<Consented> texts = section.texts();
        return new Row(
                section.section(),
                Measure.count("texts", texts.texts(), texts.texts()),
                Measure.undefined("krippendorff_alpha", texts.texts(), NOT_SENT),
                Measure.undefined("kappa", texts.texts(), NOT_SENT),
                Measure.undefined("pabak", texts.texts(), NOT_SENT));
    }
}
