package org.mentoringcommons.analytics.statistics;

/** Invited and responded for each workshop. */
record ResponseRateStudy(Rows rows) implements Study {
    @Override
    public Answers answers() {
        ResponseRate rate = ResponseRate.of(rows.stream()
                .map(row -> new Proportion(Rows.integer(row, "responded"), Rows.integer(row, "invited")))
                .toList());
        Answers answers = new Answers();
        answers.all()
                .put("mean_rate_pct", rate::mean)
                .put("sd_rate_pct", rate::sd)
                .put("sd_rate_population_pct", rate::populationSd)
                .put("pooled_rate_pct", rate::pooled)
                .put("median_rate_pct", rate::median)
                .put("sum_invited", rate::invited)
                .put("sum_responded", rate::responded);
        return answers;
    }
}
