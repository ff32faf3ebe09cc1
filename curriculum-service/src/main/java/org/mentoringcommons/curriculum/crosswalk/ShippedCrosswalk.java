package org.mentoringcommons.curriculum.crosswalk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.catalog.Curricula;

/** From the curricula that come with the software to the instruments that do, written by this project. */
@ApplicationScoped
public class ShippedCrosswalk {

    static final String KEY = "starter";
    private static final String FILE = "/starter/crosswalk.json";

    private final Crosswalks crosswalks;
    private final Curricula curricula;
    private final ObjectMapper json;
    private final AuditTrail trail;
    private final Clock clock;

    ShippedCrosswalk(Crosswalks crosswalks, Curricula curricula, ObjectMapper json, AuditTrail trail, Clock clock) {
        this.crosswalks = crosswalks;
        this.curricula = curricula;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /** Under the next number, unless just this was said before: what operators said since stays the newest. */
    public void say() {
        NewCrosswalk shipped = shipped();
        if (!crosswalks.wasSaid(KEY, shipped)) {
            CrosswalkCheck.modules(shipped, curricula);
            int number = crosswalks.add(KEY, clock.instant().truncatedTo(ChronoUnit.MILLIS), shipped);
            trail.record(Deed.of("crosswalk.said", "crosswalk", KEY).detail("number " + number));
        }
    }

    private NewCrosswalk shipped() {
        try (InputStream file = ShippedCrosswalk.class.getResourceAsStream(FILE)) {
            return json.readValue(file, NewCrosswalk.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
