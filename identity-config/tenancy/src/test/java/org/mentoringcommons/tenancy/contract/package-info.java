/** What every service must hold, as tests that each service runs on itself. */
package org.mentoringcommons.tenancy.contract;
