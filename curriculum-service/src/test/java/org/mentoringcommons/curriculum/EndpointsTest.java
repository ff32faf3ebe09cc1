package org.mentoringcommons.curriculum;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.mentoringcommons.curriculum.institution.KnownInstitutions;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.EndpointsContract;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class EndpointsTest extends EndpointsContract {

    @Inject
    KnownInstitutions institutions;

    @Override
    protected void suspend(Tenant institution) {
        institutions.tell(institution, "suspended");
    }

    @Override
    protected Map<String, String> idsOfLakeside() {
        Person.starter();
        Person mentee = Person.at(Token.LAKESIDE);
        String sheet = mentee.sheet("before-we-meet", Map.of());
        return Map.of(
                "workshop",
                Api.facilitatorOf(Token.LAKESIDE).plannedInThePast(),
                "session",
                "1",
                "sheet",
                sheet,
                "share",
                mentee.shows(sheet, Person.at(Token.LAKESIDE)).path("id"));
    }
}
