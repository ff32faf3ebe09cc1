package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        return 7; // workshop, wave, response, response_tally, pair_count, coding, and the exchange's parked
    }
}
