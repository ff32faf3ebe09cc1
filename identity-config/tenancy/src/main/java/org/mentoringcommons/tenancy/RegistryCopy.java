package org.mentoringcommons.tenancy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a service knows of the registry of institutions; every service has one bean of this type, which
 * {@code EndpointsContract} insists on. An institution the service has not heard of is not in it, and is treated as ever.
 */
public interface RegistryCopy {

    /**
     * The institutions that may not act, and why. Asked about once a second and instance, in a transaction without
     * institution; an index should find them.
     */
    Map<Tenant, Standing> notActive();

    /** What rows of an institution's id and state tell; states that forbid nothing are left out. */
    static Map<Tenant, Standing> ofRows(Stream<Object[]> idsAndStates) {
        Map<Tenant, Standing> standings = new HashMap<>();
        idsAndStates.forEach(row -> Standing.ofState((String) row[1])
                .ifPresent(standing -> standings.put(new Tenant((String) row[0]), standing)));
        return standings;
    }
}
