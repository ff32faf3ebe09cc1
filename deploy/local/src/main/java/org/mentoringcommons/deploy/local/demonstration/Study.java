package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Service;

/** The published evaluation as one study: its inclusion rule, its tables, its team, and who joined. */
final class Study {

    static final String KEY = "mentoring-up-2021";
    static final String API = "/analytics/v1/studies";

    private final Callers callers;
    private final Evaluation evaluation;
    private final String key;

    Study(Callers callers, Evaluation evaluation) {
        this(callers, evaluation, KEY);
    }

    /** The same study under another key. */
    Study(Callers callers, Evaluation evaluation, String key) {
        this.callers = callers;
        this.evaluation = evaluation;
        this.key = key;
    }

    void declare(List<String> team) {
        Map<String, Object> study = new LinkedHashMap<>();
        study.put("key", key);
        study.put("title", "Mentoring Up for Early Career Investigators: the published evaluation, recreated");
        study.put("purpose", "To recompute a published evaluation from its recreated answers");
        study.put(
                "agreement",
                "The institution shares the answers of its workshops that were given for research with the team of this"
                        + " study, without names, until it leaves.");
        // nothing has been delivered yet: curriculum and instrument are declared ahead
        study.put("ahead", true);
        study.put(
                "inclusion",
                Map.of(
                        "curricula",
                        List.of(Teaching.MENTORING_UP),
                        "minimumMinutes",
                        240,
                        "audiences",
                        List.of("mentee"),
                        "instruments",
                        List.of(Map.of("key", Questionnaire.KEY, "version", Questionnaire.VERSION))));
        study.put("population", "consented");
        study.put("team", team);
        study.put("tables", tables());
        study.put(
                "groupings",
                List.of(Map.of("section", "by_mode", "by", "mode", "groups", List.of("in_person", "online"))));
        study.put(
                "tests",
                List.of("clustered_signed_rank", "signed_rank", "brunner_munzel", "kruskal_wallis", "equivalence"));
        study.put("family", List.copyOf(evaluation.scales().keySet()));
        callers.operator(Service.ANALYTICS).post(API, study);
    }

    void join(Site site) {
        callers.person(Service.ANALYTICS, site.admin(), Optional.of(site.alias()))
                .post(API + "/" + key + "/participation", Map.of("agreement", 1));
    }

    /** Lets the study's releases name the site, where it is large enough. */
    void name(Site site) {
        callers.person(Service.ANALYTICS, site.admin(), Optional.of(site.alias()))
                .post(API + "/" + KEY + "/participation/site", Map.of("agreement", 1));
    }

    /** The report as the demonstration's evaluator reads it; told to come back while it is computed, he does. */
    JsonNode report(Site site) {
        Api evaluator = callers.person(Service.ANALYTICS, Founding.FIRST_CODER, Optional.of(site.alias()));
        return Patience.until("the report", () -> Optional.of(evaluator.get(API + "/" + key + "/report"))
                .filter(report -> report.has("sections")));
    }

    private Map<String, Object> tables() {
        return Map.of(
                "workshops",
                List.of(
                        Map.of("row", "implementations_delivered", "count", "delivered"),
                        Map.of("row", "excluded_short", "count", "excluded", "reason", "short"),
                        Map.of("row", "excluded_combined", "count", "excluded", "reason", "audience"),
                        Map.of("row", "implementations_analysed", "count", "analysed"),
                        Map.of("row", "in_person", "count", "analysed", "mode", "in_person"),
                        Map.of("row", "online", "count", "analysed", "mode", "online"),
                        Map.of("row", "institutions_plus_bigten", "count", "sites"),
                        Map.of("row", "trained", "count", "trained"),
                        Map.of("row", "responded", "count", "responded"),
                        Map.of("row", "consented", "count", "consented"),
                        Map.of("row", "workshops_6_to_10", "count", "analysed", "minimumSize", 6, "maximumSize", 10),
                        Map.of("row", "largest_workshop", "count", "largest"),
                        Map.of("row", "min_hours", "count", "minimum_hours"),
                        Map.of("row", "work_life_modules", "count", "analysed", "module", "work-life-integration"),
                        Map.of("row", "unknown_modules", "count", "unknown_coverage")),
                "participants",
                List.of(
                        Map.of("section", "career_stage", "item", "career"),
                        Map.of("section", "race_ethnicity", "item", "race"),
                        Map.of("section", "gender", "item", "gender")),
                "satisfaction",
                List.of(
                        Map.of(
                                "row",
                                "facilitator_effectiveness",
                                "item",
                                "facilitator_effectiveness",
                                "favourable",
                                List.of("4", "5")),
                        Map.of("row", "valuable", "item", "valuable", "favourable", List.of("Yes")),
                        Map.of("row", "recommend", "item", "recommend", "favourable", List.of("Yes")),
                        Map.of("row", "planned_change", "item", "planned_change", "favourable", List.of("Yes"))),
                "coded",
                evaluation.codes().keySet().stream()
                        .map(codebook -> Map.of("section", codebook.section(), "item", codebook.item()))
                        .toList(),
                "gains",
                List.copyOf(evaluation.scales().keySet()),
                "comparison",
                Map.of(
                        "section",
                        "career_comparison",
                        "item",
                        "career",
                        "groups",
                        List.of("Assistant Professor", "Postdoc", "Graduate Student")));
    }
}
