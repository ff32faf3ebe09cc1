package org.mentoringcommons.exchange;

import java.time.Instant;
import java.util.Optional;
import org.mentoringcommons.tenancy.Tenant;

/**
 * A fact as it arrives, newer than everything known of its key.
 *
 * @param tenant the institution bound while it takes effect; empty for a fact of the platform
 * @param state the aggregate's whole state; empty when it was erased
 */
public record Received<T>(Optional<Tenant> tenant, String key, long version, Instant time, Optional<T> state) {}
