package org.mentoringcommons.provisioning.portal;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A role that a machine may hold at an institution: none that manages its people, and none that is a person's own. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@NotNull
@Pattern(regexp = "^(portal|facilitator|evaluator)$")
@ReportAsSingleViolation
@interface PortalRole {
    String message() default "must be portal, facilitator or evaluator";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
