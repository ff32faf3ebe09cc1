package org.mentoringcommons.curriculum.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people on the rosters of the institution bound to the request. */
@ApplicationScoped
class Participants {

    private final EntityManager entities;

    Participants(EntityManager entities) {
        this.entities = entities;
    }

    List<Participant> of(UUID workshop) {
        return entities.createQuery("from Participant where workshop = :workshop order by position", Participant.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    /** Who would be left out by these lines. */
    static List<Participant> missing(List<Participant> enrolled, List<RosterFile.Line> lines) {
        Set<String> mailboxes =
                lines.stream().map(line -> Participant.mailbox(line.email())).collect(Collectors.toSet());
        return enrolled.stream()
                .filter(participant -> !mailboxes.contains(participant.mailbox()))
                .toList();
    }

    /** Makes the lines the roster; whoever was on it before by the same address keeps the id. */
    List<Participant> replace(UUID workshop, List<Participant> enrolled, List<RosterFile.Line> lines) {
        Map<String, Participant> before = new HashMap<>();
        enrolled.forEach(participant -> before.put(participant.mailbox(), participant));
        Map<String, Participant> roster = new LinkedHashMap<>();
        for (RosterFile.Line line : lines) {
            String mailbox = Participant.mailbox(line.email());
            Participant known = before.remove(mailbox);
            roster.put(mailbox, known == null ? add(new Participant(workshop, line)) : renewed(known, line));
        }
        before.values().forEach(entities::remove);
        entities.flush();
        return List.copyOf(roster.values());
    }

    private Participant add(Participant participant) {
        entities.persist(participant);
        return participant;
    }

    private static Participant renewed(Participant known, RosterFile.Line line) {
        known.become(line);
        return known;
    }
}
