package org.mentoringcommons.survey.crosswalk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Declares the crosswalk between the shipped versions when the service starts, unless it is there. */
@ApplicationScoped
class ShippedCrosswalk {

    private static final String FILE = "/instruments/mentorship-competency-26-to-21.crosswalk.json";
    private static final int AFTER_THE_INSTRUMENTS = Interceptor.Priority.APPLICATION + 100;

    private final Crosswalks crosswalks;
    private final TenantTransaction transaction;
    private final ObjectMapper json;

    ShippedCrosswalk(Crosswalks crosswalks, TenantTransaction transaction, ObjectMapper json) {
        this.crosswalks = crosswalks;
        this.transaction = transaction;
        this.json = json;
    }

    void declare(@Observes @Priority(AFTER_THE_INSTRUMENTS) StartupEvent start) {
        transaction.run(null, () -> crosswalks.add(read()));
    }

    NewCrosswalk read() {
        try (InputStream file = ShippedCrosswalk.class.getResourceAsStream(FILE)) {
            return json.readValue(file, NewCrosswalk.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the shipped crosswalk cannot be read", damaged);
        }
    }
}
