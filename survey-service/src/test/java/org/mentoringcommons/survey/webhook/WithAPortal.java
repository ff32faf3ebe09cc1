package org.mentoringcommons.survey.webhook;

import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;

/** An institution that no other test has and the endpoint of a portal; nothing of other tests' is left to be sent. */
abstract class WithAPortal {

    @Inject
    World world;

    @Inject
    Hooks hooks;

    @Inject
    TestClock clock;

    final Tenant institution = Hooks.institution();
    Receiver portal;

    @BeforeEach
    void aPortal() {
        Hooks.forgetAll();
        world.institutionKnown(institution, "UTC");
        portal = new Receiver();
    }

    @AfterEach
    void nothingIsLeft() {
        portal.close();
        clock.reset();
        Hooks.forgetAll();
    }
}
