package org.mentoringcommons.curriculum.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Somebody enrolled in one workshop. The id is all that ever leaves this service's roster. */
@Entity
class Participant {

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    private UUID workshop;
    private int position;
    private String name;
    private String email;
    private String mailbox;

    protected Participant() {}

    Participant(UUID workshop, RosterFile.Line line) {
        id = UUID.randomUUID();
        this.workshop = workshop;
        mailbox = mailbox(line.email());
        become(line);
    }

    /** What makes two addresses the same person's: their case does not matter. */
    static String mailbox(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** The same address in a newer file: name, spelling and place may differ, the id stays. */
    void become(RosterFile.Line line) {
        position = line.number();
        name = line.name();
        email = line.email();
    }

    UUID id() {
        return id;
    }

    String mailbox() {
        return mailbox;
    }

    RosterView.Person view() {
        return new RosterView.Person(id, name, email);
    }
}
