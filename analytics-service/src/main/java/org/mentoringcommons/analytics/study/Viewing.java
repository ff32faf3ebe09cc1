package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** To whom a study shows itself. To everybody else it does not exist. */
@ApplicationScoped
class Viewing {

    private final Studies studies;
    private final Caller caller;

    Viewing(Studies studies, Caller caller) {
        this.studies = studies;
        this.caller = caller;
    }

    /** Its declaration: to its team, to institution administrators, who decide whether to join, and to operators. */
    Study declared(String key) {
        return find(key, study -> runs(study) || caller.has(Roles.INSTITUTION_ADMIN));
    }

    /** Who takes part: to its team and to operators. */
    Study participants(String key) {
        return find(key, this::runs);
    }

    private boolean runs(Study study) {
        return study.isRunBy(caller.subject()) || caller.has(Roles.PLATFORM_OPERATOR);
    }

    private Study find(String key, Predicate<Study> visible) {
        return studies.find(key).filter(visible).orElseThrow(() -> Refusal.notFound("study")
                .problem());
    }
}
