package org.mentoringcommons.curriculum;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.curriculum.board.OpenBoard;
import org.mentoringcommons.curriculum.institution.KnownInstitutions;
import org.mentoringcommons.tenancy.Roles;
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

    /**
     * Whoever checks a certificate has no login; nor has whoever writes on a board, or moderates it in a browser; and whoever
     * wants no more reminders may have one no longer.
     */
    @Override
    protected Set<String> open() {
        return Set.of(
                "get /v/{token}",
                "get /curriculum/v1/certificates/{token}",
                "get /b/{token}",
                "post /b/{token}",
                "get /b/desk/{token}",
                "post /b/desk/{token}",
                "get /b/desk/{token}/notes.csv",
                "get /b/live/{token}",
                "get /r/{token}",
                "post /r/{token}");
    }

    @Override
    protected Map<String, String> idsOfLakeside() {
        Person.starter();
        Person mentee = Person.at(Token.LAKESIDE);
        String sheet = mentee.sheet("before-we-meet", Map.of());
        String adaptation = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .post(
                        "/curriculum/v1/adaptations",
                        Map.of(
                                "key",
                                "endpoints-" + UUID.randomUUID(),
                                "title",
                                "Endpoints",
                                "curriculum",
                                "mentoring-with-care",
                                "version",
                                "1.0.0"))
                .path("id");
        return Map.of(
                "adaptation",
                adaptation,
                "board",
                OpenBoard.atLakeside().id(),
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
