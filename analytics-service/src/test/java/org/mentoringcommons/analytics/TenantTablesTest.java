package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        // institution_version, institution_count, packed, workshop, wave, response, erased_response, coding, and the
        // exchange's parked
        return 9;
    }

    @Override
    protected Set<String> functionsThatRunAsTheirOwner() {
        return Set.of(
                "forget_arrivals",
                // counts a change of one institution when the registry's fact about it, of no tenant, takes effect
                "raise_version_of",
                // what a declaration may name: that a curriculum was delivered somewhere, and its modules' keys
                "curriculum_is_known",
                "modules_of_curriculum");
    }
}
