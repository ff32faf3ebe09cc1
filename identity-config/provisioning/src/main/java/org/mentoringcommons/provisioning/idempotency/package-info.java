/** The same request, sent again under the same Idempotency-Key, takes effect once and gets the same answer. */
package org.mentoringcommons.provisioning.idempotency;
