package org.mentoringcommons.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
class TenantTablesTest extends TenantTablesContract {

    private static final List<String> OWNED = List.of(
            "agreement",
            "agreement_mark",
            "agreement_round",
            "agreement_signature",
            "comparison_answers",
            "comparison_consent",
            "filled_answers",
            "filled_sheet",
            "sheet_share");

    @Override
    protected int tenantTables() {
        // workshop, session, participant, attendance, the exchange's parked, what belongs to people, and adaptations
        return 5 + OWNED.size() + 2 + 3;
    }

    @Test
    void what_participants_write_has_an_owner_beside_its_tenant() throws SQLException {
        assertThat(tablesOfPeople()).containsAll(OWNED);
    }
}
