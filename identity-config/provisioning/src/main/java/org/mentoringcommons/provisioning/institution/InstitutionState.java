package org.mentoringcommons.provisioning.institution;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.mentoringcommons.exchange.Fact;

/**
 * What the other services are told of an institution; see {@code events/institutions.schema.json}.
 *
 * @param retired true when it is closed and its retention is over; otherwise null, and nothing is said of it
 */
record InstitutionState(
        String id,
        String alias,
        String name,
        String hub,
        Kind kind,
        String timeZone,
        State state,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean retired) {

    static final String TOPIC = "institutions";
    static final String TYPE = "org.mentoringcommons.institution.v1";

    Fact atVersion(long version) {
        return new Fact(TOPIC, id, TYPE, version, this);
    }
}
