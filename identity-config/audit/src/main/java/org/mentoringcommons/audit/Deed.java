package org.mentoringcommons.audit;

import java.util.Objects;
import java.util.regex.Pattern;
import org.mentoringcommons.tenancy.Tenant;

/**
 * What was done to which thing. Who did it, when, and the reason the request gave are added by {@link AuditTrail}.
 *
 * <p>A deed holds no personal data of participants: a person is named by the subject of their account, never by name,
 * address or user name, and details hold roles, states and versions only.
 */
public final class Deed {

    private static final Pattern ACTION = Pattern.compile("[a-z-]+\\.[a-z-]+");

    private final String action;
    private final String thing;
    private final String id;
    private Tenant tenant;
    private String institution;
    private String hub;
    private String detail;
    private String reason;

    private Deed(String action, String thing, String id) {
        this.action = action;
        this.thing = thing;
        this.id = id;
    }

    /**
     * A deed of the platform, until an institution is named.
     *
     * @param action {@code noun.verb-ed}, such as {@code institution.suspended}
     * @param thing the kind of thing it was done to, such as {@code institution}
     * @param id which one
     * @throws IllegalArgumentException if the action is not of that form
     */
    public static Deed of(String action, String thing, String id) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("an action reads noun.verb-ed");
        }
        return new Deed(action, Objects.requireNonNull(thing), Objects.requireNonNull(id));
    }

    /** It belongs to this institution, whose administrators alone read it: for services whose tables have tenants. */
    public Deed institution(Tenant whose) {
        tenant = whose;
        return this;
    }

    /** It is about this institution: for the registry, where {@link AuditReach} decides who reads it. */
    public Deed institution(String alias) {
        institution = alias;
        return this;
    }

    /** The hub that is responsible. */
    public Deed hub(String key) {
        hub = key;
        return this;
    }

    /** What exactly, in a few words of the field: {@code roles: facilitator, evaluator}. */
    public Deed detail(String words) {
        detail = words;
        return this;
    }

    /** Why, in place of what the request's {@code Reason} header says. */
    public Deed reason(String text) {
        reason = text;
        return this;
    }

    String action() {
        return action;
    }

    String thing() {
        return thing;
    }

    String id() {
        return id;
    }

    Tenant tenant() {
        return tenant;
    }

    String institution() {
        return institution;
    }

    String hub() {
        return hub;
    }

    String detail() {
        return detail;
    }

    String reason() {
        return reason;
    }
}
