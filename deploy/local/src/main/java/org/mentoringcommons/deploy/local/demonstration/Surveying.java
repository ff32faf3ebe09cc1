package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Service;

/** The instrument, each institution's protocol, and the answers, given with nothing but the participants' links. */
final class Surveying {

    private static final String API = "/survey/v1";
    private static final String CONSENT_VERSION = "1";

    private final Callers callers;

    Surveying(Callers callers) {
        this.callers = callers;
    }

    void publish(Questionnaire questionnaire, Evaluation evaluation) {
        Api operator = callers.operator(Service.SURVEY);
        operator.post(API + "/instruments", questionnaire.definition());
        evaluation.codes().forEach((codebook, codes) -> {
            List<Map<String, String>> options = codes.values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .map(code -> Map.of("code", code, "label", code))
                    .toList();
            operator.post(
                    API + "/codebooks",
                    Map.of("key", codebook.key(), "version", "1", "item", codebook.item(), "codes", options));
        });
    }

    void approveProtocol(Site site, List<String> evaluators) {
        callers.person(Service.SURVEY, site.admin(), Optional.of(site.alias()))
                .post(
                        API + "/protocols",
                        Map.of(
                                "number",
                                "DEMO-" + site.alias(),
                                "board",
                                "Demonstration review board",
                                "title",
                                "What participants take from mentorship workshops",
                                "validFrom",
                                LocalDate.now().minusYears(1).toString(),
                                "withdrawalPolicy",
                                "exclude",
                                "instrument",
                                Map.of("key", Questionnaire.KEY, "version", Questionnaire.VERSION),
                                "curricula",
                                List.of(Teaching.MENTORING_UP, Teaching.ENTERING_MENTORING),
                                "evaluators",
                                evaluators,
                                "consent",
                                Map.of(
                                        "version",
                                        CONSENT_VERSION,
                                        "text",
                                        "Your answers help us improve these sessions. Taking part is up to you, and you"
                                                + " can leave any question out.",
                                        "researchQuestion",
                                        "May researchers also use my answers, without my name?")));
    }

    /** The links of a workshop's participants, once its wave is open and everybody is invited; participant to link. */
    Map<String, JsonNode> invitations(Teaching.Delivered workshop) {
        Api portal = callers.portal(
                Service.SURVEY, workshop.site().portal(), workshop.site().alias());
        String wave = Patience.until("the wave of workshop " + workshop.id(), () -> {
            JsonNode waves = portal.get(API + "/waves?workshop=" + workshop.id());
            return waves.size() == 1
                            && waves.get(0).get("state").asText().equals("open")
                            && waves.get(0).get("invited").asInt()
                                    == workshop.participants().size()
                    ? Optional.of(waves.get(0).get("id").asText())
                    : Optional.empty();
        });
        Map<String, JsonNode> links = new HashMap<>();
        String path = API + "/waves/" + wave + "/invitations?limit=500";
        portal.get(path)
                .forEach(invitation -> links.put(invitation.get("participant").asText(), invitation));
        return links;
    }

    /** Opens the form by its link, decides on consent and answers. */
    void answer(JsonNode invitation, boolean research, Map<String, Object> answers) {
        Api participant = callers.anybody(Service.SURVEY);
        String form = API + "/forms/" + invitation.get("token").asText();
        JsonNode served = participant.get(form);
        participant.post(
                form + "/response",
                Map.of(
                        "receipt",
                        served.get("receipt").asText(),
                        "consentVersion",
                        served.get("consent").get("version").asText(),
                        "research",
                        research,
                        "answers",
                        answers));
    }

    /** Everybody who responded answers; returns how many. */
    int answerAll(Teaching.Delivered workshop, List<Evaluation.Person> people, Questionnaire questionnaire) {
        Map<String, JsonNode> links = invitations(workshop);
        List<Evaluation.Person> responding = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Evaluation.Person person = people.get(i);
            if (person.responded()) {
                answer(links.get(workshop.participants().get(i)), person.consented(), questionnaire.answersOf(person));
                responding.add(person);
            }
        }
        return responding.size();
    }
}
