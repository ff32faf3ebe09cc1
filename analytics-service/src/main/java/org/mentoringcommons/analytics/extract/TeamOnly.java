package org.mentoringcommons.analytics.extract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Rows are for a study's team. To everybody else the study does not exist; and an analyst gets releases, never rows. */
@ApplicationScoped
class TeamOnly {

    private final Studies studies;
    private final Caller caller;

    TeamOnly(Studies studies, Caller caller) {
        this.studies = studies;
        this.caller = caller;
    }

    Study study(String key) {
        Study study = studies.find(key)
                .filter(found -> found.isRunBy(caller.subject()))
                .orElseThrow(() -> Refusal.notFound("study").problem());
        if (caller.has(Roles.ANALYST)) {
            throw Refusal.of("no-rows-for-analysts", Response.Status.FORBIDDEN, "Analysts read releases, never rows")
                    .problem();
        }
        return study;
    }
}
