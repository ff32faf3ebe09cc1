package org.mentoringcommons.provisioning.institution;

import org.mentoringcommons.exchange.Fact;

/** What the other services are told of an institution; see {@code events/institutions.schema.json}. */
record InstitutionState(String id, String alias, String name, String hub, Kind kind, String timeZone, State state) {

    static final String TOPIC = "institutions";
    static final String TYPE = "org.mentoringcommons.institution.v1";

    Fact atVersion(long version) {
        return new Fact(TOPIC, id, TYPE, version, this);
    }
}
