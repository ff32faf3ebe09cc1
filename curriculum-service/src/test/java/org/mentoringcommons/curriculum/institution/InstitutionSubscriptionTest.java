package org.mentoringcommons.curriculum.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;
import static org.mentoringcommons.curriculum.Api.session;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.OwnerQuery;
import org.mentoringcommons.exchange.Effects;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

@QuarkusTest
class InstitutionSubscriptionTest {

    private static final Path EXAMPLE = Path.of("../identity-config/provisioning/events/institutions.example.json");

    private final Tenant institution = new Tenant(UUID.randomUUID().toString());

    @Inject
    InstitutionSubscription subscription;

    @Inject
    Effects effects;

    @Inject
    TenantTransaction transaction;

    @Test
    void an_institution_plans_workshops_from_the_moment_it_is_told_of() {
        plan().then().statusCode(404);

        told(Optional.of(state("active")));

        plan().then().statusCode(201);
    }

    @Test
    void an_institution_that_is_not_active_any_more_plans_none() {
        told(Optional.of(state("active")));

        told(Optional.of(state("suspended")));

        plan().then().statusCode(403).body("type", equalTo("urn:mentoring-commons:problem:institution-suspended"));
    }

    @Test
    void an_erased_institution_is_unknown_again() {
        told(Optional.of(state("active")));

        told(Optional.empty());

        plan().then().statusCode(404);
    }

    @Test
    void institutions_stay_known_while_everything_is_read_again() {
        told(Optional.of(state("active")));

        transaction.run(null, effects::forget);

        plan().then().statusCode(201);
        assertThat(OwnerQuery.column("select state from rebuild"))
                .as("asked for by a database in which no institution is without a name")
                .isEmpty();
    }

    @Test
    void identitys_example_is_understood() throws IOException {
        InstitutionState state = new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(EXAMPLE.toFile(), InstitutionState.class);

        assertThat(state).hasNoNullFieldsOrProperties();
        assertThat(new Tenant(state.id()).id()).isEqualTo(state.id());
    }

    private InstitutionState state(String state) {
        return new InstitutionState(
                institution.id(), "lakeside", "Lakeside University", "midwest", "America/Chicago", state, false);
    }

    private void told(Optional<InstitutionState> state) {
        transaction.run(
                null,
                () -> subscription.apply(new Received<>(Optional.empty(), institution.id(), 1, Instant.EPOCH, state)));
    }

    private Response plan() {
        return Api.facilitatorOf(institution)
                .post(
                        WORKSHOPS,
                        Api.workshop(publishedCurriculum(), session(Instant.parse("2026-03-02T12:00:00Z"), 60)));
    }
}
