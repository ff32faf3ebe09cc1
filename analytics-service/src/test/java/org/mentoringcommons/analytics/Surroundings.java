package org.mentoringcommons.analytics;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.mentoringcommons.tenancy.contract.ServiceDatabase;

/** What all tests of this module run in. Being global, it needs to be said once and makes them share one start. */
@QuarkusTestResource(
        value = ServiceDatabase.class,
        initArgs = {
            @ResourceArg(name = "service", value = "analytics"),
            @ResourceArg(name = "roles", value = "analytics_research,analytics_release")
        })
@QuarkusTestResource(HubRegistry.class)
final class Surroundings {

    private Surroundings() {}
}
