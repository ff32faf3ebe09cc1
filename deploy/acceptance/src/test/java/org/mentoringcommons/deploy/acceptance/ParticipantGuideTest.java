package org.mentoringcommons.deploy.acceptance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** What {@code docs/participant.md} tells people to type does what it says. */
@ExtendWith(TheStack.class)
class ParticipantGuideTest {

    @Test
    void somebody_saves_sends_corrects_withdraws_and_is_forgotten() {
        String institution = TheStack.institutions().get(6);
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", 1);

        Guide.of("participant.md")
                .where("http://localhost:8083", TheStack.stack().url(Service.SURVEY))
                .where("YOUR-LINK", Workshops.tokens(institution, workshop, 1).get(0))
                .where("YOUR-INSTITUTION", institution)
                .follow();
    }
}
