package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        return 8; // institution_version, workshop, wave, response, response_tally, pair_count, coding, and the
        // exchange's parked
    }
}
