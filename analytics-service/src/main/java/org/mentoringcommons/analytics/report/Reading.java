package org.mentoringcommons.analytics.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.mentoringcommons.analytics.report.Accesses.Access;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/**
 * How anything of a report is handed out: to the study's team only, on record, and not again if it is the same. What it
 * takes to compute is outside any transaction; the one that records the access is over before the first byte leaves.
 */
@ApplicationScoped
class Reading {

    private final Studies studies;
    private final Reports reports;
    private final Accesses accesses;
    private final Caller caller;
    private final Clock clock;
    private final ReportSettings settings;
    private final HttpHeaders headers;

    Reading(
            Studies studies,
            Reports reports,
            Accesses accesses,
            Caller caller,
            Clock clock,
            ReportSettings settings,
            HttpHeaders headers) {
        this.headers = headers;
        this.studies = studies;
        this.reports = reports;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What is handed out.
     *
     * @param name of the document, for the record
     */
    record Part(Document document, String name) {}

    /**
     * How somebody asks.
     *
     * @param purpose the header, or null
     * @param prefer the header, or null
     */
    record Asked(String purpose, String prefer, Request request) {}

    /**
     * Answers with a part of the present report, or with 304 if the reader has it; reading again is on record too. Answers
     * 202 if the report takes longer than a reader is kept waiting.
     *
     * @param part chooses and renders it
     */
    Response answer(String key, Asked asked, Function<KeptReport, Part> part) {
        while (true) {
            Study study = QuarkusTransaction.requiringNew().call(() -> ofTheTeam(studies.find(key)));
            String words = Purpose.of(asked.purpose(), study.definition().purpose());
            Optional<KeptReport> report = reports.of(study, Patience.of(asked.prefer(), settings.patience()));
            if (report.isEmpty()) {
                return Soon.response(asked.request(), settings.retryAfter());
            }
            Part chosen = part.apply(report.get());
            if (QuarkusTransaction.requiringNew().call(() -> opened(report.get(), chosen, words))) {
                return response(chosen.document(), asked.request());
            }
            // edited meanwhile, which is not often: nothing of the old declaration leaves under the new one
        }
    }

    private boolean opened(KeptReport report, Part part, String purpose) {
        Study study = ofTheTeam(studies.toRead(report.declared().key(), caller.subject(), clock.instant()));
        if (!report.isDeclaredAs(study)) {
            QuarkusTransaction.setRollbackOnly();
            return false;
        }
        accesses.record(new Access(report.report(), part.name(), caller.subject(), purpose, clock.instant()));
        return true;
    }

    private Study ofTheTeam(Optional<Study> study) {
        return study.filter(found -> found.isRunBy(caller.subject()))
                .orElseThrow(() -> Refusal.notFound("study").problem());
    }

    private Response response(Document document, Request request) {
        return document.answer(request, headers, "private, no-cache").build();
    }
}
