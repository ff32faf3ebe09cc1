package org.mentoringcommons.analytics.workshop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A workshop as its institution last described it; a correction simply replaces it. */
@Entity
class Workshop {

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    private String curriculum;
    private String version;
    private String mode;
    private String audience;
    private int minutes;

    @Column(name = "coverage_known")
    private boolean coverageKnown;

    private String[] modules;
    private String status;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private int enrolled;
    private int attended;

    Workshop() {}

    Workshop(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    void become(WorkshopState now) {
        curriculum = now.curriculum();
        version = now.version();
        mode = now.mode();
        audience = now.audience();
        minutes = now.minutes();
        coverageKnown = now.coverage() != null && now.coverage().known();
        modules = coverageKnown && now.coverage().modules() != null
                ? now.coverage().modules().toArray(String[]::new)
                : new String[0];
        status = now.status();
        deliveredAt = now.deliveredAt();
        endedAt = (now.sessions() == null ? List.<WorkshopState.Session>of() : now.sessions())
                .stream()
                        .map(WorkshopState.Session::endsAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        enrolled = now.enrolled();
        attended = now.attended();
    }
}
