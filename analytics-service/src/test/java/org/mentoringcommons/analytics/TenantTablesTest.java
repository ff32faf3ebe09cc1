package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        // institution_version, institution_count, packed, workshop, wave, response, erased_response, coding, and the
        // exchange's parked
        return 9;
    }
}
