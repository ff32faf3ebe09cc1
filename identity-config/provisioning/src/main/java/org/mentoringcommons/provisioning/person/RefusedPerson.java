package org.mentoringcommons.provisioning.person;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.tenancy.Refusal;

/** Why Keycloak will never have a person as they were described. */
@Embeddable
@Schema(description = "Why an account cannot be made as asked for")
public record RefusedPerson(
        @Column(name = "refused_field") @Schema(examples = "email") String field,
        @Column(name = "refused_reason") @Schema(examples = "another account has this e-mail address") String message) {

    public static RefusedPerson because(Refused refused) {
        return new RefusedPerson(refused.field() == null ? "username" : refused.field(), refused.getMessage());
    }

    /**
     * The answer to the request that named the person.
     *
     * @param path where the person stands in the request, such as {@code administrator.}, or empty
     */
    public HttpProblem problem(String path) {
        return Refusal.conflict("person-refused", "The account cannot be made")
                .violation(path + field, message)
                .problem();
    }
}
