package org.mentoringcommons.analytics.crosswalk;

import java.util.function.BiPredicate;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Unacceptable;

/** What the platform says once and for good. */
final class Frozen {

    private Frozen() {}

    /** @param add keeps what is told under its key; false if something else is kept there */
    static <T> void ofThePlatform(Received<T> fact, BiPredicate<String, T> add) {
        if (fact.tenant().isPresent()) {
            throw new Unacceptable("a crosswalk belongs to no institution");
        }
        T told = fact.state().orElseThrow(() -> new Unacceptable("a crosswalk is never erased"));
        if (!add.test(fact.key(), told)) {
            throw new Unacceptable("a crosswalk never changes");
        }
    }
}
