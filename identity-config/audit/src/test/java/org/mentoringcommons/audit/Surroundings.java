package org.mentoringcommons.audit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.mentoringcommons.tenancy.contract.ServiceDatabase;

/** What all tests of this module run in: a service that does things and notes them. */
@QuarkusTestResource(value = ServiceDatabase.class, initArgs = @ResourceArg(name = "service", value = "things"))
final class Surroundings {

    private Surroundings() {}
}
