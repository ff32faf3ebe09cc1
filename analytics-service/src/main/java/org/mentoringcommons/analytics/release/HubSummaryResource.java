package org.mentoringcommons.analytics.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.report.Document;
import org.mentoringcommons.tenancy.Refusal;
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
                    "A document a month, frozen at its beginning, or as soon as something is published: what the last release"
                            + " of each study, none that was withdrawn, says of the hub and of its institutions that agreed to"
                            + " be named. Where a hub is too small to be told apart, there are no cells, or suppressed ones."
                            + " Earlier months are read by their name.")
    @APIResponse(
            responseCode = "200",
            description = "The month's document",
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
                                             "cells": [], "sites": []}]}""")))
    @APIResponse(responseCode = "304", description = "It is as the ETag in If-None-Match says")
    @APIResponse(responseCode = "400", description = "month-not-understood")
    @APIResponse(
            responseCode = "404",
            description =
                    "There is no such hub for the caller; hub-summary-not-found: nothing was frozen in that month")
    @APIResponse(responseCode = "503", description = "registry-away: whether the hub is the caller's cannot be asked")
    public Response summary(
            @PathParam("hub") String hub,
            @Parameter(description = "Such as 2026-09; without it, this month") @QueryParam("month") String month,
            @Context Request request) {
        Optional<YearMonth> asked = Optional.ofNullable(month).map(HubSummaryResource::understood);
        reach.require(hub);
        Document document = asked.filter(other -> !other.equals(summaries.month()))
                .map(other -> summaries.find(hub, other).orElseThrow(() -> Refusal.notFound("hub-summary")
                        .problem()))
                .orElseGet(() -> summaries.of(hub));
        return document.answer(request, headers, "private, no-cache").build();
    }

    private static YearMonth understood(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException unreadable) {
            throw Refusal.of("month-not-understood", Response.Status.BAD_REQUEST, "A month is written like 2026-09")
                    .violation("month", "is no month such as 2026-09")
                    .problem();
        }
    }
}
