/** A request that is sent again under its Idempotency-Key takes effect once. */
package org.mentoringcommons.analytics.repeat;
