package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What a demonstration has made, as {@code stack.json} shows it. The keys of people and portals are the names that
 * {@code deploy/token} takes.
 *
 * @param users role-like name (hub-admin, facilitator, …) to person
 * @param portals name to portal client
 * @param institutions alias to institution
 * @param study key of the study, null without one
 * @param openInvitation form link of an unused invitation, null without one
 * @param release path of the study's frozen release, null without one
 */
public record Demonstrated(
        Map<String, Person> users,
        Map<String, Portal> portals,
        Map<String, Institution> institutions,
        String study,
        String openInvitation,
        String release) {

    static final Demonstrated NOTHING = new Demonstrated(Map.of(), Map.of(), Map.of(), null, null, null);

    /** The same with another link to the open invitation: its host and port are those of the present start. */
    public Demonstrated withOpenInvitation(String link) {
        return new Demonstrated(users, portals, institutions, study, link, release);
    }

    /** The same with a frozen release. */
    public Demonstrated withRelease(String path) {
        return new Demonstrated(users, portals, institutions, study, openInvitation, path);
    }

    /** @param institution alias; null for people who speak for no institution */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(String username, String institution) {}

    /** @param institution alias */
    public record Portal(String clientId, String institution) {}

    /** @param id organization id, which is the tenant */
    public record Institution(String id, String name) {}
}
