package org.mentoringcommons.analytics.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** When what facilitators and portals are shown follows the answers. */
@ConfigMapping(prefix = "progress")
interface ProgressSettings {

    /** New answers, or answers withdrawn, from which on shown results are made anew; fewer would show one person's. */
    @WithDefault("5")
    @Min(5)
    int refreshAfter();
}
