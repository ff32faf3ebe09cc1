package org.mentoringcommons.audit;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.audit.contract.AuditContract;

@QuarkusTest
class AppendOnlyTest extends AuditContract {}
