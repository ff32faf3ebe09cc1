package org.mentoringcommons.analytics.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That an institution joined a study: by whom, when and on which version of the text; and later that it left, or agreed
 * to a newer text. Nothing is forgotten.
 */
@Entity
class Agreement {

    @Id
    private UUID id;

    private String study;
    private String institution;

    @Column(name = "text_version")
    private int textVersion;

    @Column(name = "joined_by")
    private String joinedBy;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "left_by")
    private String leftBy;

    @Column(name = "left_at")
    private Instant leftAt;

    private boolean renewed;

    Agreement() {}

    int textVersion() {
        return textVersion;
    }

    void leave(String subject, Instant now) {
        leftBy = subject;
        leftAt = now;
    }

    /** Ends it in favour of one on a newer text. */
    void renew(String subject, Instant now) {
        leave(subject, now);
        renewed = true;
    }

    /**
     * {@return this, as shown}
     *
     * @param sharing the institutions that share with the study now
     */
    ParticipationView view(Set<String> sharing) {
        return new ParticipationView(
                id,
                study,
                institution,
                textVersion,
                joinedAt,
                joinedBy,
                leftAt,
                leftBy,
                renewed,
                leftAt == null && sharing.contains(institution));
    }
}
