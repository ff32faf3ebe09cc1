package org.mentoringcommons.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.audit.contract.AuditContract;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AuditTest extends AuditContract {

    @Inject
    World world;

    @Test
    void a_protocol_and_its_consent_text_are_on_the_institutions_record() {
        Tenant institution = new Tenant(UUID.randomUUID().toString());

        Questions.protocolOf(institution);

        List<Map<String, Object>> deeds =
                Api.administrator(institution).get("/audit").path("$");
        assertThat(deeds)
                .extracting(deed -> deed.get("action"))
                .containsExactly("consent-text.published", "protocol.registered");
        assertThat(deeds.get(0)).containsEntry("detail", "version 1");
    }

    @Test
    void who_read_links_is_on_the_institutions_record() {
        String wave = world.asked(Token.HILLTOP, 3).wave();

        Api.portal(Token.HILLTOP)
                .get("/waves/" + wave + "/invitations?limit=2")
                .then()
                .statusCode(200);

        List<Map<String, Object>> deeds = Api.administrator(Token.HILLTOP)
                .get("/audit?action=links.read&limit=1")
                .path("$");
        assertThat(deeds).singleElement().satisfies(deed -> assertThat(deed)
                .containsEntry("detail", "2 links")
                .containsEntry("thingId", wave));
    }

    @Test
    void what_the_platform_publishes_is_on_the_platforms_record() {
        Questions.protocolOf(Token.LAKESIDE); // asks with an instrument that an operator made

        List<Object> actions = Api.operator().get("/audit").path("action");
        assertThat(actions).contains("instrument.published");
    }
}
