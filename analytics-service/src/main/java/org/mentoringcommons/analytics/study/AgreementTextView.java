package org.mentoringcommons.analytics.study;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of the text institutions agree to.
 *
 * @param material an institution that agreed to an older version shares nothing until it agrees to this one or a newer
 */
@Schema(examples = Examples.AGREEMENT_TEXT)
record AgreementTextView(int version, String text, boolean material, String publishedBy, Instant publishedAt) {}
