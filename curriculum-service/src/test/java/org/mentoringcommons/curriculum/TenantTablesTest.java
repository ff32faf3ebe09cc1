package org.mentoringcommons.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        // workshop, session, participant, attendance, the exchange's parked, what belongs to people, adaptations,
        // boards
        return 5 + OWNED.size() + 2 + 4 + 2;
    }

    /**
     * Whom the institutions of one's own hub offer: no argument, so nothing of another hub can be asked for; and the same for
     * the hub's administrators, which finds nothing for whoever works for an institution. And locking an agreement, which
     * tells the two alone that there is one.
     */
    @Override
    protected Set<String> functionsThatRunAsTheirOwner() {
        Set<String> functions = new HashSet<>(super.functionsThatRunAsTheirOwner());
        functions.addAll(Set.of("facilitators_of_our_hub", "facilitators_of_hub", "lock_agreement"));
        return functions;
    }

    @Test
    void what_participants_write_has_an_owner_beside_its_tenant() throws SQLException {
        assertThat(tablesOfPeople()).containsAll(OWNED);
    }
}
