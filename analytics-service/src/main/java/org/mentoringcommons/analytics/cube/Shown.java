package org.mentoringcommons.analytics.cube;

import java.util.BitSet;
import org.mentoringcommons.analytics.disclosure.Detail;

/** How much of one measure a release shows of each group. */
interface Shown {

    /** {@return how much is shown of a group} */
    Detail detail(int group);

    /** {@return whether somebody who reads what is shown of a group knows who contributes now} */
    boolean isPresent(int group);

    /** {@return of so many groups those of which everybody is told as they are now} */
    default BitSet told(Detail step, int groups) {
        BitSet told = new BitSet();
        for (int group = 0; group < groups; group++) {
            told.set(group, detail(group).shows(step) && isPresent(group));
        }
        return told;
    }

    /** {@return whether few people came, went or changed since what is shown of a group} */
    boolean isNearlyPresent(int group);
}
