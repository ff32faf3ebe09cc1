package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every number the published evaluation prints, beside what the report says, rounded as it was printed. */
public final class Margins {

    /** @param ours what the report says; null stands for a number that it does not give */
    public record Margin(String key, List<BigDecimal> published, List<BigDecimal> ours) {

        public boolean holds() {
            return published.size() == ours.size()
                    && Stream.iterate(0, i -> i + 1)
                            .limit(published.size())
                            .allMatch(
                                    i -> ours.get(i) != null && published.get(i).compareTo(ours.get(i)) == 0);
        }
    }

    private static final BigDecimal ALPHA = new BigDecimal("0.05");
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");

    /** Rows in the order in which the tables print them. */
    private static final Map<String, List<String>> PRINTED_ROWS = Map.of(
            "table1_career",
                    List.of(
                            "Assistant Professor",
                            "Graduate Student",
                            "Postdoc",
                            "Scientists/Researcher",
                            "Medical Student",
                            "Clinical Fellow",
                            "Lecturer/Instructor",
                            "Clinical Instructor",
                            "Assistant Dean",
                            "Other"),
            "table1_race",
                    List.of(
                            "White",
                            "Asian",
                            "Hispanic/Latinx",
                            "Black/African American",
                            "American Indian/Alaskan Native",
                            "Native Hawaiian/Pacific Islander",
                            "Other"),
            "table1_gender", List.of("Women", "Men", "Nonbinary", "Prefer Not to Report"),
            "table3",
                    List.of(
                            "Effective Communication",
                            "Mentoring Up/Proactive",
                            "Aligning Expectations",
                            "Intentional Meeting Management",
                            "Mentoring Resources and Tools",
                            "Career/Professional Development",
                            "Expand/Assess Mentor Network",
                            "Fostering Self-Efficacy",
                            "Soliciting Feedback",
                            "Work-Life Integration",
                            "Delegating",
                            "Cultural/Diversity Awareness",
                            "Other",
                            "Vague Response",
                            "No Planned Changes"),
            "useful",
                    List.of(
                            "peer discussion",
                            "specific competencies",
                            "case studies and activities",
                            "tools or resources"));

    private final Report report;

    private Margins(Report report) {
        this.report = report;
    }

    /**
     * @param published the file {@code expected_margins.json}
     * @param document the report as JSON
     */
    public static List<Margin> compare(JsonNode published, JsonNode document) {
        Margins margins = new Margins(new Report(document));
        List<Margin> compared = new ArrayList<>();
        published.get("margins").properties().forEach(margin -> {
            JsonNode expected = margin.getValue().get("expected");
            List<BigDecimal> numbers = new ArrayList<>();
            if (expected.isArray()) {
                expected.forEach(number -> numbers.add(number.decimalValue()));
            } else {
                numbers.add(expected.decimalValue());
            }
            compared.add(new Margin(margin.getKey(), numbers, margins.ours(margin.getKey(), numbers.size())));
        });
        return compared;
    }

    private List<BigDecimal> ours(String key, int size) {
        return switch (key) {
            case "respondent_rows" -> list(count("trained"), count("responded"), count("consented"));
            case "response_rate_mean_1dp" -> list(report.rounded("response_rate", "workshops", "mean", 1));
            case "response_rate_sd_1dp" -> list(report.rounded("response_rate", "workshops", "sd", 1));
            // "most workshops had 6 to 10 people", "none was shorter than 4 hours": statements, 1 if true
            case "workshops_6_to_10" ->
                list(truth(
                        List.of(count("workshops_6_to_10"), count("implementations_analysed")),
                        found -> found.get(0).multiply(BigDecimal.valueOf(2)).compareTo(found.get(1)) > 0));
            case "min_hours" ->
                list(truth(List.of(count("min_hours")), found -> found.get(0).compareTo(BigDecimal.valueOf(4)) >= 0));
            case "table1_career" -> rows(key, "participants.career_stage");
            case "table1_race" -> rows(key, "participants.race_ethnicity");
            case "table1_gender" -> rows(key, "participants.gender");
            case "table1_n_career" -> list(Optional.of(report.n("participants.career_stage")));
            case "table1_n_race" -> list(Optional.of(report.n("participants.race_ethnicity")));
            case "table1_n_gender" -> list(Optional.of(report.n("participants.gender")));
            case "table2_facilitator" ->
                list(report.rounded("satisfaction", "facilitator_effectiveness", "percent", 1));
            case "table2_valuable" -> list(report.rounded("satisfaction", "valuable", "percent", 1));
            case "table2_recommend" -> list(report.rounded("satisfaction", "recommend", "percent", 1));
            case "table2_change" -> list(report.rounded("satisfaction", "planned_change", "percent", 0));
            case "table2_n" ->
                list(
                        report.n("satisfaction", "facilitator_effectiveness", "percent"),
                        report.n("satisfaction", "valuable", "percent"),
                        report.n("satisfaction", "recommend", "percent"),
                        report.n("satisfaction", "planned_change", "percent"));
            case "table3" -> rows(key, "planned_changes");
            case "table3_n" -> list(Optional.of(report.n("planned_changes")));
            case "table3_assignments" -> list(Optional.of(report.sum("planned_changes", "count")));
            case "table3_all_consented" ->
                list(Optional.of(report.population().equals("consented") ? BigDecimal.ONE : BigDecimal.ZERO));
            case "useful" -> rows(key, "most_useful");
            case "useful_n" -> list(Optional.of(report.n("most_useful")));
            case "improve_n" -> list(Optional.of(report.n("to_improve")));
            case "improve_length" -> list(report.value("to_improve", "length of training", "count"));
            default -> ofScaleOrWorkshops(key, size);
        };
    }

    private List<BigDecimal> ofScaleOrWorkshops(String key, int size) {
        if (key.startsWith("gain_")) {
            return list(report.rounded("gains", key.substring("gain_".length()), "gain", 2));
        }
        if (key.startsWith("p_below_.001_")) {
            String scale = key.substring("p_below_.001_".length());
            return list(truth(
                    List.of(report.value("gains", scale, "p_asymptotic")),
                    found -> found.get(0).compareTo(THOUSANDTH) < 0));
        }
        if (key.startsWith("kw_career_ns_")) {
            String scale = key.substring("kw_career_ns_".length());
            return list(truth(
                    List.of(
                            report.value("career_comparison", scale, "p_before"),
                            report.value("career_comparison", scale, "p_now")),
                    found -> found.stream().allMatch(p -> p.compareTo(ALPHA) > 0)));
        }
        return list(count(key));
    }

    private Optional<BigDecimal> count(String row) {
        return report.value("workshops", row, "count");
    }

    private List<BigDecimal> rows(String key, String section) {
        List<BigDecimal> counts = new ArrayList<>();
        PRINTED_ROWS
                .get(key)
                .forEach(row -> counts.add(report.value(section, row, "count").orElse(null)));
        return counts;
    }

    private static Optional<BigDecimal> truth(
            List<Optional<BigDecimal>> figures, Function<List<BigDecimal>, Boolean> statement) {
        if (figures.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<BigDecimal> found = figures.stream().map(Optional::get).toList();
        return Optional.of(statement.apply(found) ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    @SafeVarargs
    private static List<BigDecimal> list(Optional<BigDecimal>... figures) {
        List<BigDecimal> values = new ArrayList<>();
        Stream.of(figures).map(figure -> figure.orElse(null)).forEach(values::add);
        return values;
    }

    /** The comparison as a table, one line a margin. */
    public static String table(List<Margin> margins) {
        StringBuilder table = new StringBuilder();
        table.append(String.format("%n%-34s %-44s %-44s%n", "", "published", "ours"));
        for (Margin margin : margins) {
            table.append(String.format(
                    "%-34s %-44s %-44s %s%n",
                    margin.key(),
                    text(margin.published()),
                    text(margin.ours()),
                    margin.holds() ? "equal" : "DIFFERENT"));
        }
        long equal = margins.stream().filter(Margin::holds).count();
        return table.append(String.format("%n%d of %d published numbers are equal.%n", equal, margins.size()))
                .toString();
    }

    private static String text(List<BigDecimal> numbers) {
        return numbers.stream()
                .map(number -> Objects.isNull(number) ? "-" : number.toPlainString())
                .reduce((left, right) -> left + " " + right)
                .orElse("-");
    }
}
