package org.mentoringcommons.survey;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        return 25; // imports, their lines and workshops, exports and their parts, adaptation, with which a wave was
        // opened, workshop, protocol, asking,
        // mailing, mailing_round,
        // consent, draft, declination, withdrawal and its receipts, excluded answers,
        // forgotten, wave, invitation, response, text_coding, text_consensus,
        // the exchange's parked
    }
}
