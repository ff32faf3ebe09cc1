package org.mentoringcommons.tenancy;

import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses every request whose token speaks for an institution that may not act, whatever it asks for. */
class StandingFilter {

    private final Caller caller;
    private final Standings standings;

    StandingFilter(Caller caller, Standings standings) {
        this.caller = caller;
        this.standings = standings;
    }

    /** Before anything that costs. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
    public void refuse() {
        caller.institution().ifPresent(standings::requireActive);
    }
}
