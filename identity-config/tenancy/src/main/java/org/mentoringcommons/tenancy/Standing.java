package org.mentoringcommons.tenancy;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an institution may not act at present; one without a standing may. */
public enum Standing {
    /** For a while; it can be reactivated. */
    SUSPENDED("The institution is suspended", "Its data are kept; its hub can reactivate it."),
    /** For good. */
    CLOSED("The institution is closed", "Its data are kept until the agreed date.");

    private final String title;
    private final String detail;

    Standing(String title, String detail) {
        this.title = title;
        this.detail = detail;
    }

    /** What a state of the registry ({@code active}, {@code suspended} …, in any case) means here. */
    public static Optional<Standing> ofState(String state) {
        return Arrays.stream(values())
                .filter(standing -> standing.name().equalsIgnoreCase(state))
                .findFirst();
    }

    /** 403 {@code institution-suspended} or {@code institution-closed}. */
    public Refusal refusal() {
        return Refusal.of("institution-" + name().toLowerCase(Locale.ROOT), Response.Status.FORBIDDEN, title)
                .detail(detail);
    }
}
