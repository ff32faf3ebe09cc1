package org.mentoringcommons.curriculum;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        return 5; // workshop, session, participant, attendance, and the exchange's parked
    }
}
