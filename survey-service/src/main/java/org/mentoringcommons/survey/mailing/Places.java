package org.mentoringcommons.survey.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.survey.seal.Hmac;
import org.mentoringcommons.survey.seal.Seals;

/**
 * In which order people are passed in a round of mails, and what is kept of how far it has gone: neither leads to anybody
 * without the secret, nor to the answers, so that it may be kept where a round stopped.
 */
@ApplicationScoped
class Places {

    private final Seals seals;

    Places(Seals seals) {
        this.seals = seals;
    }

    /** Where somebody stands in a round. */
    record Place(UUID code, Invitation invited) {}

    /** {@return everybody in the order of the round} */
    List<Place> of(UUID wave, int round, Collection<Invitation> everybody) {
        return everybody.stream()
                .map(invited -> of(wave, round, invited))
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    Place of(UUID wave, int round, Invitation invited) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(round).array();
        UUID code = seals.code(Seals.Purpose.PLACE, Hmac.bytes(wave), number, Hmac.bytes(invited.participant()));
        return new Place(code, invited);
    }
}
