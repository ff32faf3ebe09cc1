package org.mentoringcommons.deploy.acceptance;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** What {@code docs/analyst.md} tells people to type does what it says. */
@ExtendWith(TheStack.class)
class AnalystGuideTest {

    @Test
    void an_analyst_gets_from_a_token_to_a_table_a_plot_and_a_citation() {
        Guide.of("analyst.md")
                .where("http://localhost:8084", TheStack.stack().url(Service.ANALYTICS))
                .token("analyst", () -> TheStack.running()
                        .token(TheStack.demonstrated().users().get("analyst").username(), Optional.empty()))
                .follow();
    }
}
