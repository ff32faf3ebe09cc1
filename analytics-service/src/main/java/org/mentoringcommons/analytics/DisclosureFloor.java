package org.mentoringcommons.analytics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** The deployment's thresholds of disclosure; a study may declare higher ones, never lower. Defaults: {@link Thresholds}. */
@ConfigMapping(prefix = "disclosure.floor")
interface DisclosureFloor {

    @WithDefault("5")
    int banded();

    @WithDefault("11")
    int median();

    @WithDefault("20")
    int spread();

    @WithDefault("30")
    int quartiles();

    @WithDefault("100")
    int exact();

    @WithDefault("11")
    int smallest();

    @WithDefault("3")
    int dissenters();

    @WithDefault("3")
    int institutions();

    /** Lets features ask for the thresholds as such; a configuration that contradicts itself stops the start. */
    @Singleton
    final class Producer {

        @Produces
        @Singleton
        Thresholds thresholds(DisclosureFloor floor) {
            return new Thresholds(
                    floor.banded(),
                    floor.median(),
                    floor.spread(),
                    floor.quartiles(),
                    floor.exact(),
                    floor.smallest(),
                    floor.dissenters(),
                    floor.institutions());
        }
    }
}
