package org.mentoringcommons.provisioning.invitation;

import java.util.Map;
import java.util.Objects;

/**
 * What the page asks for; a password is never shown again.
 *
 * @param handsOver whether an account that is there already becomes theirs by the password
 * @param wrong what is to be mended, by field
 */
record InvitationForm(
        String institution,
        String roles,
        String email,
        String firstName,
        String lastName,
        boolean needsName,
        boolean needsPassword,
        boolean handsOver,
        Map<String, String> wrong) {

    static InvitationForm fresh(Acceptance.Offer offer) {
        return of(offer, offer.firstName(), offer.lastName(), Map.of());
    }

    static InvitationForm of(Acceptance.Offer offer, String firstName, String lastName, Map<String, String> wrong) {
        return new InvitationForm(
                offer.institution(),
                offer.roles(),
                offer.email(),
                Objects.requireNonNullElse(firstName, ""),
                Objects.requireNonNullElse(lastName, ""),
                offer.needsName(),
                !offer.needsNothing(),
                !offer.needsNothing() && !offer.needsName(),
                wrong);
    }
}
