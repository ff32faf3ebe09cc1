package org.mentoringcommons.curriculum;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.mentoringcommons.curriculum.hub.Registry;
import org.mentoringcommons.tenancy.contract.ServiceDatabase;

/** What all tests of this module run in. Being global, it needs to be said once and makes them share one start. */
@QuarkusTestResource(value = ServiceDatabase.class, initArgs = @ResourceArg(name = "service", value = "curriculum"))
@QuarkusTestResource(Secrets.class)
@QuarkusTestResource(Registry.class)
final class Surroundings {

    private Surroundings() {}
}
