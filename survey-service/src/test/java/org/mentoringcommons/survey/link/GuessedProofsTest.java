package org.mentoringcommons.survey.link;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.PublicLinksContract;

@QuarkusTest
class GuessedProofsTest extends PublicLinksContract {

    @Override
    protected String page(String token) {
        return "/p/" + token;
    }
}
