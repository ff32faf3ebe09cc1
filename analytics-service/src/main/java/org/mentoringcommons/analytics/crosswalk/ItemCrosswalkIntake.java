package org.mentoringcommons.analytics.crosswalk;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;

/** Keeps the item crosswalks. They belong to the platform and are frozen: none is told twice differently, or erased. */
@ApplicationScoped
class ItemCrosswalkIntake implements Subscription<ItemCrosswalk> {

    private final ItemCrosswalks crosswalks;

    ItemCrosswalkIntake(ItemCrosswalks crosswalks) {
        this.crosswalks = crosswalks;
    }

    @Override
    public String topic() {
        return "item-crosswalks";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.item-crosswalk.v1";
    }

    @Override
    public Class<ItemCrosswalk> state() {
        return ItemCrosswalk.class;
    }

    @Override
    public void apply(Received<ItemCrosswalk> fact) {
        Frozen.ofThePlatform(fact, crosswalks::add);
    }
}
