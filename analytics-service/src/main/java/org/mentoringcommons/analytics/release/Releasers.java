package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/**
 * Who makes releases of a study: its team, which sees its unsuppressed numbers anyway, and of it nobody who is an analyst.
 * To everybody else the study does not exist.
 */
@ApplicationScoped
class Releasers {

    private final Studies studies;
    private final Caller caller;

    Releasers(Studies studies, Caller caller) {
        this.studies = studies;
        this.caller = caller;
    }

    /** {@return the study in force, for somebody who may make releases of it} */
    Study study(String key) {
        Study study = studies.find(key)
                .filter(found -> found.isRunBy(caller.subject()))
                .orElseThrow(() -> Refusal.notFound("study").problem());
        if (caller.has(Roles.ANALYST)) {
            throw Refusal.of(
                            "no-drafts-for-analysts",
                            Response.Status.FORBIDDEN,
                            "Analysts read releases, frozen ones only")
                    .problem();
        }
        return study;
    }

    /** {@return whether the caller may withdraw a release of this study or have it made again: its team, and operators, who outlive teams} */
    boolean mayAnswerFor(String key) {
        return caller.has(Roles.PLATFORM_OPERATOR)
                || studies.find(key)
                                .filter(study -> study.isRunBy(caller.subject()))
                                .isPresent()
                        && !caller.has(Roles.ANALYST);
    }
}
