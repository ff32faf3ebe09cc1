package org.mentoringcommons.curriculum.agreement;

import static org.mentoringcommons.curriculum.Person.AGREEMENTS;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** A mentee who proposes an agreement, and the mentor to whom it is proposed. */
record Two(Person mentee, Person mentor, String sheet, String agreement) {

    static final List<String> CLAUSES = List.of("aims", "contact", "roles", "work", "growth", "trust", "disagreement");

    static Two proposed() {
        return proposedAt(Token.LAKESIDE);
    }

    static Two inForce() {
        return inForceAt(Token.LAKESIDE);
    }

    static Two inForceAt(Tenant institution) {
        Two two = proposedAt(institution);
        two.signs(two.mentee, 1).then().statusCode(200);
        two.signs(two.mentor, 1).then().statusCode(200);
        return two;
    }

    private static Two proposedAt(Tenant institution) {
        Person.starter();
        Person mentee = Person.at(institution);
        Person mentor = Person.at(institution);
        String sheet = mentee.sheet("mentoring-agreement", clauses("As Prof. Quokka said"));
        String agreement = mentee.api()
                .post(AGREEMENTS, Map.of("with", mentor.name(), "sheet", sheet, "version", 1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Two(mentee, mentor, sheet, agreement);
    }

    static Map<String, Object> clauses(String text) {
        Map<String, String> clauses = new HashMap<>();
        CLAUSES.forEach(clause -> clauses.put(clause, text));
        return Map.of("clauses", clauses);
    }

    Response signs(Person person, int round) {
        return person.api().post(at() + "/signatures", Map.of("round", round));
    }

    Response reads(Person person) {
        return person.api().call().get(at());
    }

    Response changes(int version) {
        return mentee.api().put(at() + "/proposal", Map.of("sheet", sheet, "version", version));
    }

    String at() {
        return AGREEMENTS + "/" + agreement;
    }
}
