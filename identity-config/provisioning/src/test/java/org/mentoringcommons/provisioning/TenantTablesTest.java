package org.mentoringcommons.provisioning;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        return 2; // the exchange's outbox and parked; the registry's own are platform tables
    }
}
