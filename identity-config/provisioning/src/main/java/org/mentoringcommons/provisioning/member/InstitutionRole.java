package org.mentoringcommons.provisioning.member;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A role that a person can hold at an institution; machines' roles are none of these. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@NotNull
@Pattern(regexp = "^(institution-admin|facilitator|evaluator|participant)$")
@ReportAsSingleViolation
public @interface InstitutionRole {

    String message() default "must be institution-admin, facilitator, evaluator or participant";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
