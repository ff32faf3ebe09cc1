package org.mentoringcommons.deploy.acceptance;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** What the guides tell people to type does what they say. */
@ExtendWith(TheStack.class)
class GuidesTest {

    @Test
    void a_hub_s_administrator_gets_from_nothing_to_institutions_at_work() {
        Demonstrated.Person administrator = TheStack.demonstrated().users().get("hub-admin");

        Guide.of("hub-administrator.md")
                .where("http://localhost:8081", TheStack.stack().url(Service.IDENTITY))
                .where("http://localhost:8082", TheStack.stack().url(Service.CURRICULUM))
                .where("http://localhost:8080", TheStack.running().keycloak())
                .token("operator", () -> TheStack.running()
                        .token(TheStack.running().operator(), Optional.empty()))
                .token("hub-admin", () -> TheStack.running().token(administrator.username(), Optional.empty()))
                .follow();
    }

    @Test
    void an_author_gets_from_an_empty_folder_to_a_published_curriculum() {
        Demonstrated.Person administrator = TheStack.demonstrated().users().get("institution-admin");

        Guide.of("curriculum-author.md")
                .where("http://localhost:8082", TheStack.stack().url(Service.CURRICULUM))
                .token("operator", () -> TheStack.running()
                        .token(TheStack.running().operator(), Optional.empty()))
                .token("institution-admin", () -> TheStack.running()
                        .token(administrator.username(), Optional.of(administrator.institution())))
                .follow();
    }
}
