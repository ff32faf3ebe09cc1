package org.mentoringcommons.exchange;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.EndpointsContract;

@QuarkusTest
@OnThings
class DeadLetterEndpointsTest extends EndpointsContract {}
