package org.mentoringcommons.curriculum;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.mentoringcommons.tenancy.contract.EndpointsContract;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class EndpointsTest extends EndpointsContract {

    @Override
    protected Map<String, String> idsOfLakeside() {
        return Map.of("workshop", Api.facilitatorOf(Token.LAKESIDE).plannedInThePast(), "session", "1");
    }
}
