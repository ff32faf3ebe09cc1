package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Service;

/** The curricula, and every implementation from planning to delivery, done by its site's facilitator. */
final class Teaching {

    static final String MENTORING_UP = "mentoring-up-early-career";
    static final String ENTERING_MENTORING = "entering-mentoring";
    private static final String VERSION = "1.0.0";
    private static final String WORK_LIFE = "work-life-integration";
    private static final String API = "/curriculum/v1";
    private static final int LONGEST_SESSION = 240; // minutes; longer workshops run over several days
    private static final Map<String, String> MODULES = modules();

    /**
     * A delivered workshop.
     *
     * @param participants the ids the roster gave, in the order of the people
     */
    record Delivered(String id, Site site, List<String> participants) {}

    private final Callers callers;
    private final Instant now = Instant.now();

    Teaching(Callers callers) {
        this.callers = callers;
    }

    void publishCurricula() {
        callers.operator(Service.CURRICULUM).put(API + "/starter", Map.of());
        publish(MENTORING_UP, "Mentoring Up for Early Career Investigators", "mentee");
        publish(ENTERING_MENTORING, "Entering Mentoring", "mentor");
    }

    /** One more workshop, of another curriculum, that no study includes. */
    Delivered another(Site site) {
        return deliver(
                site, plan("A first circle", ENTERING_MENTORING, "in_person", "mentor", 240, 2), Optional.of(true), 3);
    }

    Delivered deliver(Site site, Evaluation.Workshop workshop, int people) {
        int minutes = (int) Math.round(workshop.hours() * 60);
        int daysAgo = 4 + Math.floorMod(workshop.key().hashCode(), 14);
        return deliver(
                site,
                plan(workshop.key(), MENTORING_UP, workshop.mode(), workshop.audience(), minutes, daysAgo),
                workshop.workLifeModule(),
                people);
    }

    private Delivered deliver(Site site, Map<String, Object> plan, Optional<Boolean> workLife, int people) {
        Api facilitator = callers.person(Service.CURRICULUM, site.facilitator(), Optional.of(site.alias()));
        JsonNode workshop = facilitator.post(API + "/workshops", plan);
        String path = API + "/workshops/" + workshop.get("id").asText();
        facilitator.put(path + "/coverage", coverage(workLife));
        List<String> participants = people == 0 ? List.of() : enrol(facilitator, path, site, people);
        if (people > 0) {
            for (JsonNode session : workshop.get("sessions")) {
                facilitator.put(
                        path + "/sessions/" + session.get("number").asInt() + "/attendance",
                        Map.of("participants", participants));
            }
        }
        facilitator.post(path + "/deliver", Map.of());
        return new Delivered(workshop.get("id").asText(), site, participants);
    }

    private static List<String> enrol(Api facilitator, String path, Site site, int people) {
        StringBuilder csv = new StringBuilder("name,email\n");
        String workshop = path.substring(path.length() - 8);
        for (int number = 1; number <= people; number++) {
            csv.append("Invented Person ").append(number).append(',');
            csv.append("person.").append(number).append('.').append(workshop);
            csv.append('@').append(site.alias()).append(".example\n");
        }
        List<String> ids = new ArrayList<>();
        facilitator
                .putCsv(path + "/roster", csv.toString())
                .get("participants")
                .forEach(participant -> ids.add(participant.get("id").asText()));
        return ids;
    }

    private Map<String, Object> plan(
            String name, String curriculum, String mode, String audience, int minutes, int daysAgo) {
        List<Object> sessions = new ArrayList<>();
        int days = (minutes + LONGEST_SESSION - 1) / LONGEST_SESSION;
        Instant day = now.truncatedTo(ChronoUnit.DAYS)
                .atZone(ZoneOffset.UTC)
                .minusDays(Math.max(daysAgo, days + 1)) // over by now, whatever the time of day
                .withHour(14)
                .toInstant();
        for (int rest = minutes; rest > 0; rest -= LONGEST_SESSION) {
            sessions.add(Map.of("startsAt", day.toString(), "minutes", Math.min(rest, LONGEST_SESSION)));
            day = day.plus(Duration.ofDays(1));
        }
        return Map.of(
                "name",
                name,
                "curriculum",
                curriculum,
                "version",
                VERSION,
                "mode",
                mode,
                "audience",
                audience,
                "sessions",
                sessions);
    }

    private static Map<String, Object> coverage(Optional<Boolean> workLife) {
        if (workLife.isEmpty()) {
            return Map.of("known", false);
        }
        List<String> covered = MODULES.keySet().stream()
                .filter(module -> !module.equals(WORK_LIFE) || workLife.get())
                .toList();
        return Map.of("known", true, "modules", covered);
    }

    private void publish(String key, String title, String audience) {
        Api operator = callers.operator(Service.CURRICULUM);
        operator.post(API + "/curricula", Map.of("key", key, "title", title, "audience", audience));
        List<Object> modules = new ArrayList<>();
        MODULES.forEach((module, name) -> modules.add(Map.of(
                "key",
                module,
                "title",
                name,
                "minutes",
                60,
                "required",
                !module.equals(WORK_LIFE),
                "competency",
                module)));
        operator.post(API + "/curricula/" + key + "/versions", Map.of("version", VERSION, "modules", modules));
        operator.post(API + "/curricula/" + key + "/versions/" + VERSION + "/publish", Map.of());
    }

    private static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        modules.put("effective-communication", "Effective communication");
        modules.put("aligning-expectations", "Aligning expectations");
        modules.put(WORK_LIFE, "Work-life integration");
        modules.put("equity-and-inclusion", "Equity and inclusion");
        modules.put("research-self-efficacy", "Research self-efficacy");
        modules.put("fostering-independence", "Fostering independence");
        modules.put("professional-development", "Professional development");
        return modules;
    }
}
