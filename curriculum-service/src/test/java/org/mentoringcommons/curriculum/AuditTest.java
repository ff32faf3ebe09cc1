package org.mentoringcommons.curriculum;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.audit.contract.AuditContract;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AuditTest extends AuditContract {
    @Test
    void a_curriculum_that_is_published_is_on_the_platforms_record() {
        String key = Api.publishedCurriculum();

        List<String> published = given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .get("/curriculum/v1/audit?action=curriculum.published&limit=500")
                .path("thingId");
        assertThat(published).contains(key);
    }
}
