package org.mentoringcommons.analytics.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** Where a hub's administrators read what is published about their hub. */
@Path("/analytics/v1/hubs/{hub}/summary")
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Transactional
@Tag(name = "Releases")
class HubSummaryResource {

    private final HubReach reach;
    private final HubSummaries summaries;
    private final HttpHeaders headers;

    HubSummaryResource(HubReach reach, HubSummaries summaries, HttpHeaders headers) {
        this.reach = reach;
        this.summaries = summaries;
        this.headers = headers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reads what is published about a hub",
            description =
                    "A document a month, frozen when it is first read: what the last release of each study, none that"
                            + " was withdrawn, says of the hub. Where a hub is too small to be told apart, there are no cells, or"
                            + " suppressed ones.")
    @APIResponse(
            responseCode = "200",
            description = "This month's document",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "one study",
                                            value =
                                                    """
                                            {"hub": "north", "month": "2026-09", "frozenAt": "2026-09-02T08:00:00Z",
                                             "releases": [{"release": 3, "study": "spring-cohort",
                                             "title": "Mentoring skills after workshops",
                                             "contentHash": "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce",
                                             "cells": []}]}""")))
    @APIResponse(responseCode = "304", description = "It is as the ETag in If-None-Match says")
    @APIResponse(responseCode = "404", description = "There is no such hub for the caller")
    @APIResponse(responseCode = "503", description = "registry-away: whether the hub is the caller's cannot be asked")
    public Response summary(@PathParam("hub") String hub, @Context Request request) {
        reach.require(hub);
        return summaries.of(hub).answer(request, headers, "private, no-cache").build();
    }
}
