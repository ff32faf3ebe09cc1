package org.mentoringcommons.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.audit.contract.AuditContract;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AuditTest extends AuditContract {
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
    void what_the_platform_publishes_is_on_the_platforms_record() {
        Questions.protocolOf(Token.LAKESIDE); // asks with an instrument that an operator made

        List<Object> actions = Api.operator().get("/audit").path("action");
        assertThat(actions).contains("instrument.published");
    }
}
