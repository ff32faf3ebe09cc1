package org.mentoringcommons.provisioning.institution;

import io.quarkus.panache.common.Parameters;
import java.util.Locale;

/**
 * Which institutions a list shall show; null for whatever.
 *
 * @param state as the interface spells it
 * @param kind as the interface spells it
 * @param name part of the name, in any case
 */
record Filter(String state, String hub, String kind, String name) {

    static final String STATES = "^(requested|active|suspended|closed)$";
    static final String STATES_MESSAGE = "must be requested, active, suspended or closed";
    static final String KINDS = "^(institution|consortium_center)$";
    static final String KINDS_MESSAGE = "must be institution or consortium_center";

    /** Adds what it needs to the parameters, and says what they have to meet. */
    String conditions(Parameters parameters) {
        StringBuilder conditions = new StringBuilder();
        if (state != null) {
            conditions.append(" and state = :state");
            parameters.and("state", State.valueOf(state.toUpperCase(Locale.ROOT)));
        }
        if (hub != null) {
            conditions.append(" and hub = :wantedHub");
            parameters.and("wantedHub", hub);
        }
        if (kind != null) {
            conditions.append(" and kind = :kind");
            parameters.and("kind", Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
        }
        if (name != null) {
            conditions.append(" and locate(:name, lower(name)) > 0");
            parameters.and("name", name.toLowerCase(Locale.ROOT));
        }
        return conditions.toString();
    }
}
