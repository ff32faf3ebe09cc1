/** What every service that keeps an audit trail must hold, as tests that it runs on itself. */
package org.mentoringcommons.audit.contract;
