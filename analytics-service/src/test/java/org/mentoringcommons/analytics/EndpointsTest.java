package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.EndpointsContract;

@QuarkusTest
class EndpointsTest extends EndpointsContract {

    @Inject
    Feed feed;

    @Override
    protected void suspend(Tenant institution) {
        Map<String, Object> state = new HashMap<>(Facts.institutionState(institution, "UTC"));
        state.put("state", "suspended");
        feed.state("institutions", null, institution.id(), state);
    }

    @Override
    protected Set<String> forPeopleNamedByTheThing() {
        return Set.of(
                // a study's team is named people from any institution, or from none
                "get /analytics/v1/studies/{key}/report",
                "get /analytics/v1/studies/{key}/report/figures",
                "get /analytics/v1/studies/{key}/report/figures/{name}",
                // and so it is here, beside administrators and operators
                "get /analytics/v1/studies/{key}",
                "get /analytics/v1/studies/{key}/versions",
                "get /analytics/v1/studies/{key}/versions/{version}",
                "get /analytics/v1/studies/{key}/team",
                "get /analytics/v1/studies/{key}/agreement-texts",
                "get /analytics/v1/studies/{key}/participations",
                // rows are for the same named people
                "post /analytics/v1/studies/{key}/extracts",
                "get /analytics/v1/studies/{key}/extracts",
                "get /analytics/v1/studies/{key}/extracts/{extract}",
                "delete /analytics/v1/studies/{key}/extracts/{extract}",
                "get /analytics/v1/studies/{key}/extracts/{extract}/content",
                "get /analytics/v1/studies/{key}/extracts/{extract}/codebook",
                // and make releases, and answer for them
                "post /analytics/v1/studies/{key}/releases",
                "get /analytics/v1/studies/{key}/releases",
                "get /analytics/v1/studies/{key}/releases/{release}",
                "delete /analytics/v1/studies/{key}/releases/{release}",
                "get /analytics/v1/studies/{key}/releases/{release}/preview",
                "post /analytics/v1/studies/{key}/releases/{release}/computation",
                "post /analytics/v1/studies/{key}/releases/{release}/approval",
                "post /analytics/v1/studies/{key}/releases/{release}/freezing",
                "post /analytics/v1/releases/{number}/erratum",
                "post /analytics/v1/releases/{number}/reproduction",
                "get /analytics/v1/releases/{number}/reproduction");
    }
}
