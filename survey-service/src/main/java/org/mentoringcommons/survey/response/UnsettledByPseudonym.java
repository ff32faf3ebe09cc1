package org.mentoringcommons.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.invitation.Unsettled;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;

/**
 * Finds out who has settled the matter by computing everybody's pseudonym when asked. Nothing is written beside a
 * participant when somebody answers or declines, so no row of the database tells who did, or when.
 */
@ApplicationScoped
class UnsettledByPseudonym implements Unsettled {

    private final Pseudonyms pseudonyms;
    private final Responses responses;

    UnsettledByPseudonym(Pseudonyms pseudonyms, Responses responses) {
        this.pseudonyms = pseudonyms;
        this.responses = responses;
    }

    @Override
    public Set<UUID> among(UUID protocol, UUID wave, Collection<UUID> participants) {
        Map<ByteBuffer, UUID> byPseudonym = new HashMap<>();
        participants.forEach(
                participant -> byPseudonym.put(ByteBuffer.wrap(pseudonyms.of(protocol, participant)), participant));
        return responses.unsettled(protocol, wave, byPseudonym.keySet()).stream()
                .map(byPseudonym::get)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean answeredUnderAnother(UUID protocol, UUID wave, UUID participant, Collection<String> versions) {
        return responses.isUnderAnother(protocol, wave, pseudonyms.of(protocol, participant), versions);
    }
}
