package org.mentoringcommons.deploy.acceptance;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** What {@code docs/facilitator.md} tells people to type does what it says. */
@ExtendWith(TheStack.class)
class FacilitatorGuideTest {

    @Test
    void a_facilitator_gets_from_a_plan_to_certificates() {
        String institution = TheStack.institutions().get(12);

        Guide.of("facilitator.md")
                .where("http://localhost:8082", TheStack.stack().url(Service.CURRICULUM))
                .token("facilitator", () -> TheStack.running()
                        .token("facilitator." + institution, Optional.of(institution)))
                .token("institution-admin", () -> TheStack.running()
                        .token("admin." + institution, Optional.of(institution)))
                .follow();
    }
}
