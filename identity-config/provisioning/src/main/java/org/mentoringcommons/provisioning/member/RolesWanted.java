package org.mentoringcommons.provisioning.member;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All roles a member shall hold from now on. */
record RolesWanted(@NotEmpty @Schema(examples = "[\"facilitator\"]") Set<@InstitutionRole String> roles) {}
