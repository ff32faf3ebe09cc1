package org.mentoringcommons.deploy.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Stack;
import org.mentoringcommons.deploy.local.demonstration.Api;
import org.mentoringcommons.deploy.local.demonstration.Callers;
import org.mentoringcommons.deploy.local.demonstration.Patience;

/** Single answers on their way from the form to the study-team report, one after the other. */
final class Journey {

    private static final String STUDY = "journey";
    private static final String CURRICULUM = "entering-mentoring";

    /** Nanoseconds, sorted: from sending an answer to the first report that counts it, and the sending alone. */
    record Times(long[] journeys, long[] submissions) {

        long percentile(int percent) {
            return journeys[index(percent)];
        }

        long submission(int percent) {
            return submissions[index(percent)];
        }

        private int index(int percent) {
            return Math.max(0, (int) Math.ceil(journeys.length * percent / 100.0) - 1);
        }
    }

    private final Callers callers;
    private final Demonstrated made;
    private final String institution;

    Journey(Stack stack, Demonstrated made) {
        this.callers = new Callers(stack.running());
        this.made = made;
        this.institution = made.users().get("facilitator").institution();
    }

    Times measure(int answers) {
        declareStudy();
        List<String> tokens = tokens(deliver(answers), answers);
        Api participant = callers.anybody(Service.SURVEY);
        Api evaluator = person(Service.ANALYTICS, "evaluator");
        long[] journeys = new long[answers];
        long[] submissions = new long[answers];
        for (int i = 0; i < answers; i++) {
            String form = "/survey/v1/forms/" + tokens.get(i);
            Map<String, Object> body = answer(participant.get(form));
            String expected = String.valueOf(i + 1);
            long sent = System.nanoTime();
            participant.post(form + "/response", body);
            submissions[i] = System.nanoTime() - sent;
            while (!responded(evaluator).equals(expected)) {
                Thread.onSpinWait();
            }
            journeys[i] = System.nanoTime() - sent;
        }
        Arrays.sort(journeys);
        Arrays.sort(submissions);
        return new Times(journeys, submissions);
    }

    private static String responded(Api evaluator) {
        JsonNode report = evaluator.get("/analytics/v1/studies/" + STUDY + "/report");
        return report.at("/sections/0/rows/0/measures/0/value").asText();
    }

    private static Map<String, Object> answer(JsonNode form) {
        Map<String, Object> answers = new HashMap<>();
        form.get("items").forEach(item -> {
            if (item.get("kind").asText().equals("then_now")) {
                answers.put(item.get("key").asText(), Map.of("then", 4, "now", 5));
            }
        });
        return Map.of(
                "receipt",
                form.get("receipt").asText(),
                "consentVersion",
                form.get("consent").get("version").asText(),
                "research",
                true,
                "answers",
                answers);
    }

    private void declareStudy() {
        String subject = null;
        for (JsonNode member : person(Service.IDENTITY, "institution-admin")
                .get("/identity/v1/institutions/" + institution + "/members")) {
            if (member.get("username")
                    .asText()
                    .equals(made.users().get("evaluator").username())) {
                subject = member.get("subject").asText();
            }
        }
        callers.operator(Service.ANALYTICS)
                .post(
                        "/analytics/v1/studies",
                        Map.of(
                                "key",
                                STUDY,
                                "title",
                                "Answers on their way",
                                "purpose",
                                "to measure how fast they arrive",
                                "agreement",
                                "The consented answers are shared with the study's team.",
                                "ahead",
                                true,
                                "inclusion",
                                Map.of(
                                        "curricula",
                                        List.of(CURRICULUM),
                                        "minimumMinutes",
                                        240,
                                        "audiences",
                                        List.of("mentor"),
                                        "instruments",
                                        List.of(Map.of("key", "mentorship-evaluation", "version", "1.0.0"))),
                                "population",
                                "consented",
                                "team",
                                List.of(subject),
                                "tables",
                                Map.of(
                                        "workshops",
                                        List.of(Map.of("row", "responded", "count", "responded")),
                                        "gains",
                                        List.of("communication"))));
        person(Service.ANALYTICS, "institution-admin")
                .post("/analytics/v1/studies/" + STUDY + "/participation", Map.of("agreement", 1));
    }

    private String deliver(int people) {
        Api facilitator = person(Service.CURRICULUM, "facilitator");
        String path = "/curriculum/v1/workshops";
        String id = facilitator
                .post(
                        path,
                        Map.of(
                                "name",
                                "benchmark",
                                "curriculum",
                                CURRICULUM,
                                "version",
                                "1.0.0",
                                "mode",
                                "online",
                                "audience",
                                "mentor",
                                "sessions",
                                List.of(Map.of(
                                        "startsAt",
                                        Instant.now().minus(1, ChronoUnit.DAYS).toString(),
                                        "minutes",
                                        240))))
                .get("id")
                .asText();
        StringBuilder roster = new StringBuilder("name,email\n");
        for (int number = 1; number <= people; number++) {
            roster.append("Measured Person,measured.").append(number).append("@people.example\n");
        }
        List<String> participants = new ArrayList<>();
        facilitator
                .putCsv(path + "/" + id + "/roster", roster.toString())
                .get("participants")
                .forEach(participant -> participants.add(participant.get("id").asText()));
        facilitator.put(path + "/" + id + "/sessions/1/attendance", Map.of("participants", participants));
        facilitator.post(path + "/" + id + "/deliver", Map.of());
        return id;
    }

    private List<String> tokens(String workshop, int people) {
        Api portal = callers.portal(
                Service.SURVEY, made.portals().get("portal-" + institution).clientId(), institution);
        JsonNode wave = Patience.until("the invitations of the benchmark", () -> {
            JsonNode waves = portal.get("/survey/v1/waves?workshop=" + workshop);
            return waves.size() == 1 && waves.get(0).get("invited").asInt() == people
                    ? Optional.of(waves.get(0))
                    : Optional.empty();
        });
        List<String> tokens = new ArrayList<>();
        portal.get("/survey/v1/waves/" + wave.get("id").asText() + "/invitations?limit=500")
                .forEach(invitation -> tokens.add(invitation.get("token").asText()));
        return tokens;
    }

    private Api person(Service service, String name) {
        Demonstrated.Person person = made.users().get(name);
        return callers.person(service, person.username(), Optional.ofNullable(person.institution()));
    }
}
