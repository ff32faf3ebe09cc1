package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.RunningStack;
import org.mentoringcommons.deploy.local.Service;

/** Hubs, institutions and their people, provisioned by each hub's own administrator. */
final class Founding {

    static final String FIRST_CODER = "coder.one";
    static final String SECOND_CODER = "coder.two";
    static final String ANALYST = "analyst";
    static final String PARTICIPANT = "participant.one";
    private static final int HUBS = 8;
    private static final String IDENTITY = "/identity/v1";

    private final RunningStack stack;
    private final Callers callers;
    private final Map<String, String> subjects = new LinkedHashMap<>();

    Founding(RunningStack stack, Callers callers) {
        this.stack = stack;
        this.callers = callers;
    }

    static String hub(int number) {
        return "hub-" + number;
    }

    static String hubAdmin(int number) {
        return "admin.hub-" + number;
    }

    /** The subject ids of the two people who code the free texts everywhere. */
    List<String> coders() {
        return List.of(subjects.get(FIRST_CODER), subjects.get(SECOND_CODER));
    }

    List<Site> found(List<String> names) {
        Api operator = callers.operator(Service.IDENTITY);
        for (int number = 1; number <= HUBS; number++) {
            operator.post(IDENTITY + "/hubs", Map.of("key", hub(number), "name", "Hub " + number));
            operator.post(IDENTITY + "/hubs/" + hub(number) + "/administrators", person(hubAdmin(number)));
        }
        operator.post(IDENTITY + "/platform-members", with(person(ANALYST), "roles", List.of("analyst")));
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sites.add(found(names.get(i), 1 + i % HUBS));
        }
        return sites;
    }

    private Site found(String name, int hub) {
        String alias = Site.aliasOf(name);
        Api administrator = callers.person(Service.IDENTITY, hubAdmin(hub), Optional.empty());
        Map<String, Object> institution = new LinkedHashMap<>();
        institution.put("alias", alias);
        institution.put("name", name);
        institution.put("hub", hub(hub));
        institution.put("kind", name.contains("Center") ? "consortium_center" : "institution");
        institution.put("timeZone", "America/Chicago");
        institution.put("domains", List.of(alias + ".example"));
        institution.put("administrator", person(Site.adminOf(alias)));
        JsonNode made = administrator.post(IDENTITY + "/institutions", institution);
        Api own = callers.person(Service.IDENTITY, Site.adminOf(alias), Optional.of(alias));
        member(own, alias, Site.facilitatorOf(alias), "facilitator");
        // people of several institutions: the hub's administrator says that they are who they are
        member(administrator, alias, FIRST_CODER, "evaluator");
        member(administrator, alias, SECOND_CODER, "evaluator");
        JsonNode portal = own.post(
                IDENTITY + "/institutions/" + alias + "/portals", Map.of("name", "campus", "roles", List.of("portal")));
        String clientId = portal.get("clientId").asText();
        stack.keepPortalSecret(clientId, portal.get("clientSecret").asText());
        return new Site(name, alias, made.get("id").asText(), clientId);
    }

    /** Somebody who can keep worksheets at the first institution. */
    void participant(Site site) {
        member(
                callers.person(Service.IDENTITY, site.admin(), Optional.of(site.alias())),
                site.alias(),
                PARTICIPANT,
                "participant");
    }

    private void member(Api administrator, String alias, String username, String role) {
        JsonNode member = administrator.post(
                IDENTITY + "/institutions/" + alias + "/members", with(person(username), "roles", List.of(role)));
        subjects.put(username, member.get("subject").asText());
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

    private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(body);
        extended.put(key, value);
        return extended;
    }
}
