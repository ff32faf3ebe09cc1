package org.mentoringcommons.curriculum.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.curriculum.Person.AGREEMENTS;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** The day is over until which a closed institution's data were to be kept. */
@QuarkusTest
class RetentionTest {

    private static final List<String> OF_PEOPLE = List.of(
            "participant",
            "attendance",
            "filled_sheet",
            "filled_answers",
            "agreement",
            "agreement_signature",
            "facilitator",
            "programme_member",
            "known_person");

    private final Tenant institution = new Tenant(UUID.randomUUID().toString());

    @Inject
    InstitutionSubscription subscription;

    @Inject
    TenantTransaction transaction;

    private Person mentee;

    @BeforeEach
    void anInstitutionWithARosterAndTwoWhoAgree() {
        Person.starter();
        told("active", false);
        Api facilitator = Api.facilitatorOf(institution);
        String workshop = facilitator.plannedInThePast();
        List<String> people = facilitator
                .roster(workshop, "name,email\nAna,ana@example.org\nBo,bo@example.org")
                .path("participants.id");
        facilitator.attend(workshop, 1, people).then().statusCode(200);
        mentee = agreed(institution);
        asOwner("facilitator values ('%s', gen_random_uuid(), 'Dee', 'dee@example.org', 'dee@example.org', false)");
        asOwner("programme_member values ('%s', 'k12', 'eve@example.org', 1, 'Eve', 'eve@example.org', 1)");
        told("closed", false);
    }

    @Test
    void until_then_everything_is_kept() {
        assertThat(OF_PEOPLE).allSatisfy(table -> assertThat(mentee.counts("select count(*) from " + table))
                .as(table)
                .isPositive());
    }

    @Test
    void then_nothing_of_a_person_is_left_but_how_many_they_were_is() {
        told("closed", true);

        assertThat(OF_PEOPLE).allSatisfy(table -> assertThat(
                        Person.asOwner("delete from " + table + " where tenant = '" + institution.id() + "'"))
                .as(table)
                .isZero());
        assertThat(mentee.counts("select count(*) from workshop where enrolled = 2 and attended = 2"))
                .isEqualTo(1);
    }

    @Test
    void another_institution_s_people_are_not_touched() {
        Person elsewhere = agreed(Token.LAKESIDE);
        Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
        facilitator.roster(facilitator.plannedInThePast(), "name,email\nCy,cy@example.org");

        told("closed", true);

        assertThat(elsewhere.counts("select count(*) from agreement")).isEqualTo(1);
        assertThat(elsewhere.counts("select count(*) from filled_sheet")).isEqualTo(1);
        assertThat(elsewhere.counts("select count(*) from participant")).isPositive();
    }

    private void asOwner(String row) {
        assertThat(Person.asOwner("insert into " + row.formatted(institution.id())))
                .isEqualTo(1);
    }

    private static Person agreed(Tenant where) {
        Person mentee = Person.at(where);
        Person mentor = Person.at(where);
        String sheet = mentee.sheet(
                "mentoring-agreement",
                Map.of(
                        "clauses",
                        Stream.of("aims", "contact", "roles", "work", "growth", "trust", "disagreement")
                                .collect(Collectors.toMap(Function.identity(), clause -> "As Prof. Quokka said"))));
        String agreement = mentee.api()
                .post(AGREEMENTS, Map.of("with", mentor.name(), "sheet", sheet, "version", 1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        mentee.api()
                .post(AGREEMENTS + "/" + agreement + "/signatures", Map.of("round", 1))
                .then()
                .statusCode(200);
        return mentee;
    }

    private void told(String state, boolean retired) {
        InstitutionState told = new InstitutionState(
                institution.id(), "lakeside", "Lakeside University", "midwest", "America/Chicago", state, retired);
        transaction.run(
                null,
                () -> subscription.apply(
                        new Received<>(Optional.empty(), institution.id(), 1, Instant.EPOCH, Optional.of(told))));
    }
}
