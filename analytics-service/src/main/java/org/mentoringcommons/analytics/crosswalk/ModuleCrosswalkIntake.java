package org.mentoringcommons.analytics.crosswalk;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;

/** Keeps the crosswalks from modules to competencies to scales, each number for good. */
@ApplicationScoped
class ModuleCrosswalkIntake implements Subscription<ModuleCrosswalk> {

    private final ModuleCrosswalks crosswalks;

    ModuleCrosswalkIntake(ModuleCrosswalks crosswalks) {
        this.crosswalks = crosswalks;
    }

    @Override
    public String topic() {
        return "module-crosswalks";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.module-crosswalk.v1";
    }

    @Override
    public Class<ModuleCrosswalk> state() {
        return ModuleCrosswalk.class;
    }

    @Override
    public void apply(Received<ModuleCrosswalk> fact) {
        Frozen.ofThePlatform(fact, crosswalks::add);
    }
}
