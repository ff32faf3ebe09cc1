package org.mentoringcommons.analytics.cube;

import org.mentoringcommons.analytics.disclosure.Detail;

/** How much of one measure a release shows of each group. */
interface Shown {

    /** {@return how much is shown of a group} */
    Detail detail(int group);

    /** {@return whether somebody who reads what is shown of a group knows who contributes now} */
    boolean isPresent(int group);

    /** {@return whether few people came, went or changed since what is shown of a group} */
    boolean isNearlyPresent(int group);
}
