package org.mentoringcommons.provisioning.portal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A portal. */
record PortalView(
        @Schema(examples = "portal-lakeside-9f3a61c2") String clientId,
        @Schema(examples = "Campus portal") String name,
        @Schema(examples = "[\"portal\"]") List<String> roles) {}
