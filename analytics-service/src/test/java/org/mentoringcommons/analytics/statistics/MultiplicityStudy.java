package org.mentoringcommons.analytics.statistics;

/** A family of p values. */
record MultiplicityStudy(Rows rows) implements Study {
    @Override
    public Answers answers() {
        double[] p = rows.stream().mapToDouble(row -> Rows.number(row, "p")).toArray();
        Answers answers = new Answers();
        answers.all()
                .put("bonferroni", () -> Multiplicity.BONFERRONI.adjust(p))
                .put("holm", () -> Multiplicity.HOLM.adjust(p))
                .put("hochberg", () -> Multiplicity.HOCHBERG.adjust(p))
                .put("simes-hochberg", () -> Multiplicity.HOCHBERG.adjust(p))
                .put("hommel", () -> Multiplicity.HOMMEL.adjust(p))
                .put("BH", () -> Multiplicity.BENJAMINI_HOCHBERG.adjust(p))
                .put("fdr_bh", () -> Multiplicity.BENJAMINI_HOCHBERG.adjust(p))
                .put("BY", () -> Multiplicity.BENJAMINI_YEKUTIELI.adjust(p))
                .put("fdr_by", () -> Multiplicity.BENJAMINI_YEKUTIELI.adjust(p));
        return answers;
    }
}
