package org.mentoringcommons.curriculum;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.EndpointsContract;

@QuarkusTest
class EndpointsTest extends EndpointsContract {}
