package org.mentoringcommons.provisioning.portal;

import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a change of a portal, which says how far it came. */
final class PortalAnswer {

    private PortalAnswer() {}

    static RestResponse<PortalView> of(PortalView portal) {
        return RestResponse.ResponseBuilder.create(
                        portal.settled() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, portal)
                .tag(portal.seen().tag())
                .build();
    }
}
