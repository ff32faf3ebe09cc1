package org.mentoringcommons.survey.wave;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many have answered; known to whoever keeps the answers. */
public interface RespondedCounts {

    /** The number of answers by wave; a wave without any is absent. */
    Map<UUID, Long> of(Collection<UUID> waves);
}
