package org.mentoringcommons.tenancy.fairness;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much is fair, an instance. The defaults are far above what a busy institution does; they are there for loops that
 * run wild. A quota is what can be asked in one window; it comes back evenly over the window.
 */
@ConfigMapping(prefix = "fairness")
interface Limits {

    @WithDefault("60s")
    Duration window();

    /**
     * Instances of this service that requests are spread over. Each gives out its part of the quotas, and tells of that in its
     * headers, so that together they give out the whole and none promises what another has given away.
     */
    @WithDefault("1")
    int instances();

    /** A portal, by its client id. */
    @WithDefault("12000")
    long portalQuota();

    /** An institution: its people and portals together. */
    @WithDefault("30000")
    long institutionQuota();

    /** Somebody who acts for no institution: operators, hub administrators, study teams. */
    @WithDefault("12000")
    long personQuota();

    /** Public links, by the address they are opened from; a whole campus may share one. */
    @WithDefault("12000")
    long addressQuota();

    /** Links that lead nowhere, by address: nobody mistypes 64 characters this often. */
    @WithDefault("60")
    long guessQuota();

    /** Requests of one institution worked on at the same time; the others wait for their turn without a thread. */
    @WithDefault("8")
    int atOnce();

    /** Processors that institutions asking at the same time share; unset, all there are. */
    OptionalInt processors();

    /** Requests of one institution that may wait. */
    @WithDefault("500")
    int waiting();

    /** How long one waits before it is refused. */
    @WithDefault("10s")
    Duration patience();

    /**
     * Paths that take files, as a regular expression: there as much is taken as {@code quarkus.http.limits.max-body-size}
     * says, and elsewhere no more than {@link #usualBody}. Unset, as much is taken everywhere.
     */
    Optional<String> files();

    /** The most that is sent where no files are. */
    @WithDefault("2M")
    MemorySize usualBody();

    /** How long a refusal takes, so that a loop which does not listen slows itself. */
    @WithDefault("1s")
    Duration refusal();

    /** Accounts remembered at most, each some 100 bytes; beyond it, newcomers share one. */
    @WithDefault("100000")
    int accounts();
}
