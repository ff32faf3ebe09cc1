package org.mentoringcommons.provisioning;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.EndpointsContract;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class EndpointsTest extends EndpointsContract {

    /** Keycloak does not know them, so a round would try them for ever. */
    @AfterAll
    static void nobodyIsLeft() {
        Database.update("delete from institution where hub = ?", "contract");
    }

    @Override
    protected void suspend(Tenant institution) {
        Database.update("insert into hub values ('contract', 'Contract', now()) on conflict do nothing");
        Database.update(
                """
                insert into institution (alias, organization, name, hub, kind, time_zone, state, requested_at, version,
                                         settled)
                values ('suspended', ?, 'Suspended', 'contract', 'INSTITUTION', 'UTC', 'SUSPENDED', now(), 1, 1)
                on conflict do nothing""",
                institution.id());
    }

    @Override
    protected Map<String, String> idsOfLakeside() {
        Database.update("insert into hub values ('contract', 'Contract', now()) on conflict do nothing");
        Database.update(
                """
                insert into institution (alias, organization, name, hub, kind, time_zone, state, requested_at, version,
                                         settled)
                values ('contract', ?, 'Contract', 'contract', 'INSTITUTION', 'UTC', 'ACTIVE', now(), 1, 1)
                on conflict do nothing""",
                Token.LAKESIDE.id());
        return Map.of("alias", "contract");
    }

    /** Somebody who is invited has no account yet: the token in the path is what admits. */
    @Override
    protected Set<String> open() {
        return Set.of("get /i/{token}", "post /i/{token}");
    }
}
