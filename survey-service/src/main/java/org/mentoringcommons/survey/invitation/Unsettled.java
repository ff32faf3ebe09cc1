package org.mentoringcommons.survey.invitation;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What people have done in a wave, as far as it matters for writing to them; known to whoever keeps the answers. */
public interface Unsettled {

    /** Those of these participants who may still be reminded of this wave, as far as their own doing goes. */
    Set<UUID> among(UUID protocol, UUID wave, Collection<UUID> participants);

    /**
     * Whether this participant's answer was given under a consent text that no answer is taken under any more.
     *
     * @param versions of the texts under which answers are taken now
     */
    boolean answeredUnderAnother(UUID protocol, UUID wave, UUID participant, Collection<String> versions);
}
