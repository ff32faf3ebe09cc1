package org.mentoringcommons.analytics.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That an institution joined a study: by whom, when and on which text; and later that it left. Nothing is forgotten. */
@Entity
class Agreement {

    @Id
    private UUID id;

    private String study;
    private String institution;
    private String text;

    @Column(name = "joined_by")
    private String joinedBy;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "left_by")
    private String leftBy;

    @Column(name = "left_at")
    private Instant leftAt;

    Agreement() {}

    void end(String subject, Instant now) {
        leftBy = subject;
        leftAt = now;
    }

    ParticipationView view() {
        return new ParticipationView(study, institution, text, joinedAt);
    }
}
