package org.mentoringcommons.analytics.study;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The words an institution agrees to before releases name it. They come with the service; whoever changes them raises the
 * version, and whoever agreed to others is not named until agreeing anew.
 *
 * @param version counts from 1
 * @param words what is agreed to
 */
@Schema(examples = "{\"version\": 1, \"words\": \"Releases of the study may name us …\"}")
record SiteAgreementText(int version, String words) {

    static final int VERSION = 1;

    static final SiteAgreementText IN_FORCE = new SiteAgreementText(
            VERSION,
            "Releases of the study may name us, and give for each scale how many of our people answered before and now for"
                    + " research, their mean gain, its standard deviation and its confidence interval, where our numbers are"
                    + " large enough; and numbers that are worked out from these lines and those of other sites that agreed."
                    + " That we agreed is seen even where no number is shown. A release is frozen: what it says of us stays"
                    + " published when we withdraw this agreement or leave the study. From then on no further release names us.");
}
