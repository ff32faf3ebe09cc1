package org.mentoringcommons.provisioning.hub;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hub. */
record HubView(@Schema(examples = "midwest") String key, @Schema(examples = "Midwest Mentoring Hub") String name) {}
