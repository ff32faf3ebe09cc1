package org.mentoringcommons.analytics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/** Events as the other services write them. */
public final class Facts {

    private Facts() {}

    /** The same id for the same name, so that a test can say what it means. */
    public static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public static Tenant institution(String name) {
        return new Tenant(id("institution " + name));
    }

    public static Map<String, Object> institutionState(Tenant tenant, String timeZone) {
        return Map.of(
                "id",
                tenant.id(),
                "alias",
                "alias-" + tenant.id().substring(0, 8),
                "name",
                "Institution " + tenant.id().substring(0, 4),
                "hub",
                "north",
                "kind",
                "institution",
                "timeZone",
                timeZone,
                "state",
                "active");
    }

    /** A delivered workshop for mentees, in person, eight people present, coverage unknown; change what matters. */
    public static Map<String, Object> workshop(String name, String curriculum, int minutes) {
        Map<String, Object> state = new HashMap<>();
        state.put("id", id(name));
        state.put("curriculum", curriculum);
        state.put("version", "1.0.0");
        state.put("mode", "in_person");
        state.put("audience", "mentee");
        state.put("sessions", List.of(Map.of("startsAt", "2026-03-02T14:00:00Z", "endsAt", "2026-03-02T18:00:00Z")));
        state.put("minutes", minutes);
        state.put("coverage", Map.of("known", false, "modules", List.of()));
        state.put("status", "delivered");
        state.put("deliveredAt", "2026-03-02T18:05:00Z");
        state.put("enrolled", 8);
        state.put("attended", 8);
        state.put("rosterRevision", 1);
        return state;
    }

    public static Map<String, Object> wave(String name, String workshop, Map<String, Object> instrument) {
        return Map.of(
                "id",
                id(name),
                "workshop",
                id(workshop),
                "opensAt",
                "2026-03-02T18:05:00Z",
                "closesAt",
                "2026-04-03T05:00:00Z",
                "invited",
                8,
                "instrument",
                instrument);
    }

    public static Map<String, Object> instrument(
            String key, String version, List<Map<String, Object>> items, List<Map<String, Object>> scales) {
        return Map.of("key", key, "version", version, "items", items, "scales", scales);
    }

    public static Map<String, Object> thenNow(String key) {
        return Map.of("key", key, "kind", "then_now", "points", 7);
    }

    public static Map<String, Object> likert(String key, int points) {
        return Map.of("key", key, "kind", "likert", "points", points);
    }

    public static Map<String, Object> options(String key, String kind, List<String> options) {
        return Map.of("key", key, "kind", kind, "options", options);
    }

    public static Map<String, Object> text(String key) {
        return Map.of("key", key, "kind", "text");
    }

    public static Map<String, Object> scale(String key, String... items) {
        return Map.of("key", key, "items", List.of(items), "missing", "complete");
    }

    public static Map<String, Object> pair(int then, int now) {
        return Map.of("then", then, "now", now);
    }

    public static Map<String, Object> response(String name, String wave, boolean research, Map<String, ?> answers) {
        return Map.of("id", id(name), "wave", id(wave), "research", research, "answers", answers);
    }

    public static Map<String, Object> coding(String response, String item, String... codes) {
        return Map.of(
                "response",
                id(response),
                "item",
                item,
                "codebook",
                Map.of("key", "themes", "version", "1"),
                "codes",
                new ArrayList<>(List.of(codes)));
    }
}
