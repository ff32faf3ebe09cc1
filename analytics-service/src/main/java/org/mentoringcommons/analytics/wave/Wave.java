package org.mentoringcommons.analytics.wave;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** One asking of one workshop with one instrument, both fixed when it opens. */
@Entity
public class Wave {

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    private UUID workshop;

    @Column(name = "instrument_key")
    private String instrumentKey;

    @Column(name = "instrument_version")
    private String instrumentVersion;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    private int invited;
    /** People were asked elsewhere. */
    private boolean imported;

    Wave() {}

    Wave(WaveState first) {
        id = first.id();
        workshop = first.workshop();
        instrumentKey = first.instrument().key();
        instrumentVersion = first.instrument().version();
        become(first);
    }

    /** The answers counted so far stand under this workshop and instrument. */
    boolean asksAs(WaveState now) {
        return workshop.equals(now.workshop())
                && instrument().equals(now.instrument().reference());
    }

    final void become(WaveState now) {
        opensAt = now.opensAt();
        closesAt = now.closesAt();
        invited = now.invited();
        imported = now.imported();
    }

    UUID id() {
        return id;
    }

    /** {@return the workshop evaluated} */
    public UUID workshop() {
        return workshop;
    }

    /** {@return what it is evaluated with} */
    public InstrumentReference instrument() {
        return new InstrumentReference(instrumentKey, instrumentVersion);
    }
}
