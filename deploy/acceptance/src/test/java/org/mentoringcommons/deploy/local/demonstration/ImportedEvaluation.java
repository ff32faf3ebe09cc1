package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.deploy.local.RunningStack;
import org.mentoringcommons.deploy.local.Service;

/**
 * The recreated evaluation once more, at institutions of its own, whose workshops are long over and whose answers come as
 * files that look like exports of Qualtrics, from whoever administers the institution.
 */
public final class ImportedEvaluation {

    public static final String STUDY = "mentoring-up-2021-imported";
    /** What its institutions' aliases have before those of the ones they repeat. */
    public static final String PREFIX = "past-";

    private static final String HUB = "history";
    private static final String IDENTITY = "/identity/v1";
    private static final String SURVEY = "/survey/v1";

    private final RunningStack stack;
    private final Callers callers;
    private final Evaluation evaluation = Evaluation.read(Optional.empty());
    private final Set<String> coders = new LinkedHashSet<>();
    private final List<Site> sites = new ArrayList<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Study study;

    public ImportedEvaluation(RunningStack stack) {
        this.stack = stack;
        this.callers = new Callers(stack);
        this.study = new Study(callers, evaluation, STUDY);
    }

    /** Where each institution's import stands, by its alias. */
    public Map<String, String> imports() {
        return imports;
    }

    /** Their ids. */
    public List<String> institutions() {
        return sites.stream().map(Site::id).toList();
    }

    /** Provisions, imports and codes; {@return the report, once analytics has caught up} */
    public JsonNode run() {
        callers.operator(Service.IDENTITY).post(IDENTITY + "/hubs", Map.of("key", HUB, "name", "Hub of the past"));
        for (String name : evaluation.sites()) {
            sites.add(found(name));
        }
        List<String> team = List.copyOf(coders);
        study.declare(team);
        Surveying surveying = new Surveying(callers);
        List<String> made = Hands.atOnce(sites, site -> {
            surveying.approveProtocol(site, team);
            study.join(site);
            return bring(site);
        });
        for (Site site : sites) {
            imports.put(site.alias(), made.get(sites.indexOf(site)));
        }
        sites.forEach(this::await); // none waits for another's workshops to be told
        Coding coding = new Coding(callers, team, evaluation);
        Hands.atOnce(sites, coding::code);
        return caughtUp();
    }

    private Site found(String name) {
        String alias = PREFIX + Site.aliasOf(name);
        Api operator = callers.operator(Service.IDENTITY);
        Map<String, Object> institution = new LinkedHashMap<>();
        institution.put("alias", alias);
        institution.put("name", name);
        institution.put("hub", HUB);
        institution.put("kind", name.contains("Center") ? "consortium_center" : "institution");
        institution.put("timeZone", "America/Chicago");
        institution.put("domains", List.of(alias + ".example"));
        institution.put("administrator", person(Site.adminOf(alias)));
        String id =
                operator.post(IDENTITY + "/institutions", institution).get("id").asText();
        for (String coder : List.of(Founding.FIRST_CODER, Founding.SECOND_CODER)) {
            Map<String, Object> member = new LinkedHashMap<>(person(coder));
            member.put("roles", List.of("evaluator"));
            coders.add(operator.post(IDENTITY + "/institutions/" + alias + "/members", member)
                    .get("subject")
                    .asText());
        }
        return new Site(name, alias, id, null);
    }

    private Map<String, Object> person(String username) {
        return Map.of(
                "username",
                username,
                "email",
                username + "@people.example",
                "firstName",
                "Demonstration",
                "lastName",
                username.replace('.', ' '),
                "password",
                stack.password(username));
    }

    /** One file a site; a dry run first, as one does. {@return where its import stands} */
    private String bring(Site site) {
        Api administrator = administrator(site);
        String protocol =
                administrator.get(SURVEY + "/protocols").get(0).get("id").asText();
        QualtricsFile file = new QualtricsFile(evaluation, site.name());
        String all = SURVEY + "/protocols/" + protocol + "/imports";
        String made = all + "/"
                + administrator
                        .post(all, Map.of("source", "Qualtrics, " + site.name(), "mapping", file.mapping()))
                        .get("id")
                        .asText();
        int rows = administrator
                .putCsv(made + "/file?dryRun=true", file.csv())
                .get("rows")
                .asInt();
        if (rows != file.answers()) {
            throw new IllegalStateException(rows + " answers instead of " + file.answers());
        }
        administrator.putCsv(made + "/file", file.csv());
        return made;
    }

    private void await(Site site) {
        Api administrator = administrator(site);
        Patience.until("the import of " + site.name(), () -> Optional.of(administrator.get(imports.get(site.alias())))
                .filter(now -> now.get("state").asText().equals("imported")));
    }

    private Api administrator(Site site) {
        return callers.person(Service.SURVEY, site.admin(), Optional.of(site.alias()));
    }

    private JsonNode caughtUp() {
        long responded = evaluation.workshops().stream()
                .flatMap(workshop -> evaluation.peopleOf(workshop).stream())
                .filter(Evaluation.Person::responded)
                .count();
        return Patience.until("analytics to catch up with what was imported", () -> {
            JsonNode document = study.report(sites.get(0));
            Report report = new Report(document);
            boolean complete = report.value("workshops", "responded", "count")
                            .filter(given -> given.longValue() == responded)
                            .isPresent()
                    && report.value("workshops", "implementations_delivered", "count")
                            .filter(count ->
                                    count.intValue() == evaluation.workshops().size())
                            .isPresent()
                    && evaluation.codes().entrySet().stream()
                            .allMatch(
                                    codes -> report.n(codes.getKey().section()).intValue()
                                            == codes.getValue().size());
            return complete ? Optional.of(document) : Optional.empty();
        });
    }
}
