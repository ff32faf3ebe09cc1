package org.mentoringcommons.deploy.acceptance;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** What {@code docs/evaluator.md} tells people to type does what it says. */
@ExtendWith(TheStack.class)
class EvaluatorGuideTest {

    @Test
    void an_evaluator_gets_from_a_protocol_to_results() {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        Optional<String> institution = Optional.of(evaluator.institution());
        String workshop = Workshops.deliver(evaluator.institution(), "entering-mentoring", "mentor", 1);
        Workshops.tokens(evaluator.institution(), workshop, 1);
        Workshops.answeredAndOver(evaluator.institution());

        Guide.of("evaluator.md")
                .where("http://localhost:8083", TheStack.stack().url(Service.SURVEY))
                .where("http://localhost:8084", TheStack.stack().url(Service.ANALYTICS))
                .where("WORKSHOP", workshop)
                .where("STUDY", TheStack.demonstrated().study())
                .token("institution-admin", () -> TheStack.running()
                        .token("admin." + evaluator.institution(), institution))
                .token("evaluator", () -> TheStack.running().token(evaluator.username(), institution))
                .follow();
    }
}
