package org.mentoringcommons.survey.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How webhooks are served. */
@ConfigMapping(prefix = "webhooks")
interface WebhookSettings {

    /** How many an institution may have. */
    @WithDefault("10")
    int most();

    /** How long an endpoint may take to answer, from the look-up of its name on. */
    @WithDefault("10s")
    Duration patience();

    /** How many messages an instance has under way at the same time. */
    @WithDefault("1000")
    int atOnce();

    /** How many of these may be to endpoints whose last attempt failed: however many hang, the others go on. */
    @WithDefault("250")
    int failingAtOnce();

    /** How long before a wave closes it is told that it will. */
    @WithDefault("72h")
    Duration closingAhead();

    /** How often it is looked whether the answers to a wave have become more, and no oftener. */
    @WithDefault("1h")
    Duration countEvery();

    /** How many more they have to be; the same as of results that facilitators and portals see. */
    @WithDefault("5")
    int countStep();

    /**
     * How long messages can be seen and replayed after they were delivered or given up; longer than {@link #news}, so that
     * nothing is told twice. What waits is kept, except of an institution that is closed.
     */
    @WithDefault("720h")
    Duration kept();

    /** What is older when it arrives is history, not news: a rebuild or a late fact tells nobody anything. */
    @WithDefault("168h")
    Duration news();

    /**
     * Addresses of our own network that may be told all the same, also without TLS. For demonstrations and tests only: whoever
     * manages a webhook could otherwise look around behind the firewall through us.
     */
    Optional<Set<String>> allowedAddresses();
}
