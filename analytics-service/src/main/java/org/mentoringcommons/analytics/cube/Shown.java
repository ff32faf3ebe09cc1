package org.mentoringcommons.analytics.cube;

import java.util.BitSet;
import org.mentoringcommons.analytics.disclosure.Detail;

/** How much of one measure a release shows of each group. */
interface Shown {

    /** {@return how much is shown of a group} */
    Detail detail(int group);

    /** {@return whether somebody who reads what is shown of a group knows who contributes now} */
    boolean isPresent(int group);

    /** {@return groups of whom earlier releases told, at some time, everybody who contributes now} */
    default BitSet before(Detail step) {
        return new BitSet();
    }

    /** {@return of so many groups those of which everybody is told as they are now, by this release or an earlier one} */
    default BitSet told(Detail step, int groups) {
        BitSet told = before(step);
        for (int group = 0; group < groups; group++) {
            if (detail(group).shows(step) && isPresent(group)) {
                told.set(group);
            }
        }
        return told;
    }

    /** {@return whether few people came, went or changed since what is shown of a group} */
    boolean isNearlyPresent(int group);
}
