package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.mentoringcommons.tenancy.contract.EndpointsContract;

@QuarkusTest
class EndpointsTest extends EndpointsContract {

    @Override
    protected Set<String> forPeopleNamedByTheThing() {
        return Set.of(
                // a study's team is named people from any institution, or from none
                "get /analytics/v1/studies/{key}/report",
                // and so it is here, beside administrators and operators
                "get /analytics/v1/studies/{key}",
                "get /analytics/v1/studies/{key}/versions",
                "get /analytics/v1/studies/{key}/versions/{version}",
                "get /analytics/v1/studies/{key}/team",
                "get /analytics/v1/studies/{key}/agreement-texts",
                "get /analytics/v1/studies/{key}/participations");
    }
}
