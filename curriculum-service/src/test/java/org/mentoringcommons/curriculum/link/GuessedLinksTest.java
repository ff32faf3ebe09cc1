package org.mentoringcommons.curriculum.link;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.PublicLinksContract;

@QuarkusTest
class GuessedLinksTest extends PublicLinksContract {

    @Override
    protected String page(String token) {
        return "/v/" + token;
    }
}
