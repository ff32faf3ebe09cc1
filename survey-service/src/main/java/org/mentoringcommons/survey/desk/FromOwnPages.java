package org.mentoringcommons.survey.desk;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.tenancy.Refusal;

/**
 * The coding pages take a form from a page of their own only: another site could otherwise have somebody's browser begin
 * a session of a stranger, in whose name they would code from then on. A program, which sends neither header, can.
 */
final class FromOwnPages {

    private static final String POLICY = "Referrer-Policy";

    private FromOwnPages() {}

    /** Refuses a form that the browser says is another site's. */
    static void require(HttpHeaders headers, PublicAddress addresses) {
        String site = headers.getHeaderString("Sec-Fetch-Site");
        String origin = headers.getHeaderString("Origin");
        boolean own = site != null
                ? site.equals("same-origin")
                : origin == null || origin.equalsIgnoreCase(origin(addresses.of("/")));
        if (!own) {
            throw Refusal.of("sent-elsewhere", Response.Status.FORBIDDEN, "This form is not from a page of ours")
                    .problem();
        }
    }

    /** The page may tell us, and nobody else, where its form is from: without that, older browsers send no origin. */
    static Response told(Response page) {
        page.getHeaders().putSingle(POLICY, "same-origin");
        return page;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
