package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        // institution_version, institution_count, packed, workshop, wave, wave_left_out, response, erased_response,
        // coding, withdrawal_told, and the exchange's parked
        return 11;
    }

    @Override
    protected Set<String> functionsThatRunAsTheirOwner() {
        return Set.of(
                "forget_arrivals",
                // counts a change of one institution when the registry's fact about it, of no tenant, takes effect
                "raise_version_of",
                // what a declaration may name: that a curriculum was delivered somewhere, and its modules' keys
                "curriculum_is_known",
                "modules_of_curriculum",
                // whose turn it is, and what checks found: ids and versions of institutions, nothing of what they own
                "institutions_to_recount",
                "institutions_to_check",
                "institutions_to_pack",
                "count_checks",
                // works for the bound institution only; the service itself may not write what is packed
                "pack_institution",
                // mark that a crosswalk may change what reports of institutions say, with no word about what
                "raise_all_asking",
                "raise_all_teaching",
                // marks that institutions count anew, with no word about what
                "recount_all_with",
                // empties what a rebuild makes anew from the log; it returns nothing
                "forget_effects",
                // names the institutions of a study, which the service knows from the agreements anyway
                "joined_institutions");
    }
}
