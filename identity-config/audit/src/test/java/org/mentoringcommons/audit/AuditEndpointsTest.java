package org.mentoringcommons.audit;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.EndpointsContract;

@QuarkusTest
class AuditEndpointsTest extends EndpointsContract {}
