package org.mentoringcommons.analytics.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.mentoringcommons.analytics.report.Accesses.Access;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/** How anything of a report is handed out: to the study's team only, on record, and not again if it is the same. */
@ApplicationScoped
class Reading {

    private final Studies studies;
    private final Reports reports;
    private final Accesses accesses;
    private final Caller caller;
    private final Clock clock;

    Reading(Studies studies, Reports reports, Accesses accesses, Caller caller, Clock clock) {
        this.studies = studies;
        this.reports = reports;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    /** The present report of a study of whose team the caller is. */
    KeptReport of(String key) {
        Study study = studies.toRead(key, caller.subject(), clock.instant())
                .orElseThrow(() -> Refusal.notFound("study").problem());
        return reports.of(study);
    }

    /** Records the access, then answers with the document, or with 304 if the reader has it; reading again is on record too. */
    Response answer(KeptReport report, Document document, String name, String purpose, Request request) {
        accesses.record(new Access(
                report.report(),
                name,
                caller.subject(),
                Purpose.of(purpose, report.declared().definition().purpose()),
                clock.instant()));
        EntityTag tag = new EntityTag(document.tag());
        Response.ResponseBuilder answer = Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() -> Response.ok(document.body()).type(document.type() + ";charset=UTF-8"));
        return answer.tag(tag)
                .header("Vary", "Accept")
                .header("Cache-Control", "private, no-cache")
                .build();
    }
}
