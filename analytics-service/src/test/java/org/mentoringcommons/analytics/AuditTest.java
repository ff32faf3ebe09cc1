package org.mentoringcommons.analytics;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.audit.contract.AuditContract;

@QuarkusTest
class AuditTest extends AuditContract {}
