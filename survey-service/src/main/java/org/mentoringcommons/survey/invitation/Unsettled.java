package org.mentoringcommons.survey.invitation;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who has neither answered nor said not to want to; known to whoever keeps the answers. */
public interface Unsettled {

    /** Those of these participants who may still be reminded of this wave, as far as their own doing goes. */
    Set<UUID> among(UUID protocol, UUID wave, Collection<UUID> participants);
}
